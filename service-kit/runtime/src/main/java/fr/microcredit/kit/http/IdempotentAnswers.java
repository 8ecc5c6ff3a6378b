package fr.microcredit.kit.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.kit.problem.ProblemDocument;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Sql;

/**
 * Gives one answer to one command however often it is sent. The kept answer is a row in the transaction of the effect. A
 * refusal by the trade's rules is kept too: what the command had written is undone to a savepoint, the row stays.
 */
@ApplicationScoped
class IdempotentAnswers {
    private static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtextextended(:name, 1))";
    private static final String FIND = """
                                       select request_hash, status, headers, body from idempotency
                                       where tenant = :tenant and client = :client and operation = :operation and key = :key""";
    private static final String KEEP = """
                                       insert into idempotency (tenant, client, operation, key, request_hash, status, headers, body)
                                       values (:tenant, :client, :operation, :key, :hash, :status, :headers, :body)""";

    private final ObjectMapper json;
    private final ProblemRenderer problems;

    IdempotentAnswers(ObjectMapper json, ProblemRenderer problems) {
        this.json = json;
        this.problems = problems;
    }

    /** @param key null for a command that may be repeated */
    Uni<Answer> once(CommandKey key, Locale language, Supplier<Uni<Reply>> work) {
        if (key == null) {
            return work.get().map(this::answer);
        }
        return Sql.of(TRY_LOCK).with("name", key.lockName()).first(row -> row.flag(0))
                .chain(locked -> locked.orElse(false)
                        ? known(key)
                        : Uni.createFrom().failure(new ProblemException(Problems.KEY_IN_USE)))
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : first(key, language, work));
    }

    private static Uni<Optional<Answer>> known(CommandKey key) {
        return bound(FIND, key).first(row -> {
            if (!row.text(0).equals(key.requestHash())) {
                throw new ProblemException(Problems.KEY_REUSED);
            }
            return new Answer(row.integer(1), headers(row.text(2)), row.text(3), true);
        });
    }

    private Uni<Answer> first(CommandKey key, Locale language, Supplier<Uni<Reply>> work) {
        return savepoint("savepoint command").chain(work::get).map(this::answer).call(IdempotentAnswers::flush)
                .onFailure(IdempotentAnswers::isKept)
                .recoverWithUni(refusal -> undo().replaceWith(() -> refusal(refusal, language)))
                .call(answer -> keep(key, answer));
    }

    private static boolean isKept(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type().isKept();
    }

    private static Uni<Void> undo() {
        return Panache.getSession().invoke(session -> session.clear()).chain(() -> savepoint("rollback to command"));
    }

    private static Uni<Void> flush() {
        return Panache.getSession().chain(session -> session.flush());
    }

    private static Uni<Void> savepoint(String statement) {
        return Sql.of(statement).update().replaceWithVoid();
    }

    private static Uni<Integer> keep(CommandKey key, Answer answer) {
        JsonObject headers = new JsonObject();
        answer.headers().forEach(headers::put);
        return bound(KEEP, key).with("hash", key.requestHash()).with("status", answer.status())
                .with("headers", headers.encode()).with("body", answer.body()).update();
    }

    private static Sql bound(String statement, CommandKey key) {
        return Sql.of(statement).with("tenant", key.tenant()).with("client", key.client())
                .with("operation", key.operation()).with("key", key.key());
    }

    private static Map<String, String> headers(String stored) {
        return new JsonObject(stored).stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }

    private Answer answer(Reply reply) {
        Map<String, String> headers = new LinkedHashMap<>(reply.headers());
        if (reply.body() != null) {
            headers.put("Content-Type", "application/json");
        }
        return new Answer(reply.status(), headers, reply.body() == null ? "" : write(reply.body()), false);
    }

    private Answer refusal(Throwable failure, Locale language) {
        ProblemException problem = (ProblemException) failure;
        Map<String, String> headers = Map.of("Content-Type", ProblemDocument.MEDIA_TYPE, "Content-Language",
                language.toLanguageTag());
        return new Answer(problem.type().status(), headers,
                write(problems.document(problem.type(), problem.violations(), language)), false);
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("No JSON for " + body.getClass().getSimpleName(), e);
        }
    }
}
