package fr.microcredit.kit.http;

import java.util.Locale;
import java.util.function.Function;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.outbox.OutboxRelay;
import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Actors;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Runs the command of a request: one transaction in the actor's scope, once per idempotency key, to its end even when the
 * client hangs up, and then wakes the relay.
 */
@RequestScoped
public class Commands {
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final int KEY_LENGTH_MAX = 200;

    private final Actors actors;
    private final Transactions transactions;
    private final IdempotentAnswers answers;
    private final OutboxRelay relay;
    private final ObjectMapper json;
    private final HttpServerRequest request;
    private final boolean keyRequired;

    Commands(Actors actors, Transactions transactions, IdempotentAnswers answers, OutboxRelay relay, ObjectMapper json,
            HttpServerRequest request, KitConfig config) {
        this.actors = actors;
        this.transactions = transactions;
        this.answers = answers;
        this.relay = relay;
        this.json = json;
        this.request = request;
        this.keyRequired = config.idempotency().required();
    }

    /** A command whose request has no body. */
    public Uni<Response> run(Function<CommandContext, Uni<Reply>> work) {
        return run(null, work);
    }

    /** @param body as it was read, so that a repeated key with another body is noticed */
    public Uni<Response> run(Object body, Function<CommandContext, Uni<Reply>> work) {
        Actor actor = actors.current();
        CommandContext context = new CommandContext(actor, request.getHeader("If-Match"));
        Locale language = Languages.preferred(request.getHeader("Accept-Language"));
        CommandKey key = key(actor, body);
        Uni<Answer> answer = transactions.inScope(actor.scope(),
                () -> answers.once(key, language, () -> work.apply(context)));
        return Shield.fromHangUp(answer.invoke(relay::wake)).map(Answer::toResponse);
    }

    private CommandKey key(Actor actor, Object body) {
        String key = request.getHeader(KEY_HEADER);
        if (key == null || key.isBlank()) {
            if (keyRequired) {
                throw new ProblemException(Problems.KEY_REQUIRED);
            }
            return null;
        }
        if (key.length() > KEY_LENGTH_MAX || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ProblemException(Problems.MALFORMED);
        }
        return new CommandKey(actor.tenantId(), String.valueOf(actor.client()),
                request.method().name() + " " + request.path(), key, Sha256.of(write(body)));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A body that was read can be written", e);
        }
    }
}
