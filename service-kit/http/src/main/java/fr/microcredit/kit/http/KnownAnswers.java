package fr.microcredit.kit.http;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.problem.Problem;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Sql;

/**
 * Remembers what a command was answered, in the transaction of its effect: the status and the identifier of what it speaks
 * of, or the refusal; never a body.
 */
@ApplicationScoped
class KnownAnswers {
    private static final String TRY_LOCK = """
                                           select pg_try_advisory_xact_lock(hashtextextended(:name, 1)) as locked""";
    private static final String FIND = """
                                       select request_hash, status, resource, problem from idempotency
                                       where tenant = :tenant and client = :client and operation = :operation and key = :key""";
    private static final String KEEP = """
                                       insert into idempotency (tenant, client, operation, key, request_hash, status, resource, problem)
                                       values (:tenant, :client, :operation, :key, :hash, :status, :resource, :problem)""";

    /**
     * A kept answer.
     *
     * @param resource key of what it speaks of, empty for a refusal
     * @param problem  of a refusal
     */
    record Known(int status, String resource, Optional<Problem> problem) {
        static Known done(int status, String resource) {
            return new Known(status, resource, Optional.empty());
        }

        static Known refused(Problem problem) {
            return new Known(problem.status(), "", Optional.of(problem));
        }
    }

    /**
     * The answer given before, if any. The same command under way at this moment is told so at once: a plain insert would
     * wait for it.
     */
    Uni<Optional<Known>> find(CommandKey key) {
        return Sql.of(TRY_LOCK).with("name", key.lockName()).first(row -> row.flag("locked"))
                .chain(locked -> locked.orElse(false)
                        ? lookUp(key)
                        : Uni.createFrom().failure(new ProblemException(Problems.KEY_IN_USE)));
    }

    private static Uni<Optional<Known>> lookUp(CommandKey key) {
        return bound(FIND, key).first(row -> {
            if (!row.text("request_hash").equals(key.requestHash())) {
                throw new ProblemException(Problems.KEY_REUSED);
            }
            String problem = row.text("problem");
            return new Known(row.integer("status"), row.text("resource"),
                    problem.isEmpty() ? Optional.empty() : Optional.of(KitJson.read(problem, Problem.class)));
        });
    }

    Uni<Void> keep(CommandKey key, Known answer) {
        return bound(KEEP, key).with("hash", key.requestHash()).with("status", answer.status())
                .with("resource", answer.resource())
                .with("problem", answer.problem().map(KitJson::write).orElse("")).update().replaceWithVoid();
    }

    private static Sql bound(String statement, CommandKey key) {
        return Sql.of(statement).with("tenant", key.tenant()).with("client", key.client())
                .with("operation", key.operation()).with("key", key.key());
    }
}
