package fr.microcredit.kit.http;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.KnownAnswers.Known;
import fr.microcredit.kit.problem.Problem;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Shield;
import fr.microcredit.kit.tenancy.Transactions;

/**
 * Runs the command of a request: one transaction in the actor's scope, once for each idempotency key, with an entry in the
 * audit chain, to its end even when the client hangs up. A refusal by the trade's rules is kept like a success: what the
 * command had written is rolled back, and a second transaction keeps the refusal.
 */
@RequestScoped
public class Commands {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Requests requests;
    private final RoutingContext request;
    private final Transactions transactions;
    private final KnownAnswers known;
    private final AuditTrail audit;
    private final ProblemRenderer problems;
    private final List<Acted> told;

    Commands(Requests requests, RoutingContext request, Transactions transactions, KnownAnswers known, AuditTrail audit,
            ProblemRenderer problems, @All List<Acted> told) {
        this.requests = requests;
        this.request = request;
        this.transactions = transactions;
        this.known = known;
        this.audit = audit;
        this.problems = problems;
        this.told = told;
    }

    /**
     * @param name   of the act in the audit chain, in kebab case; stable
     * @param body   as it was read, so that a repeated key with another body is noticed; null for none
     * @param answer how it is answered
     * @param work   does it and gives the key of the resource it has changed or made
     */
    public <T> Uni<Response> run(String name, Object body, Answer<T> answer, Function<Act, Uni<String>> work) {
        Actor actor = requests.actor();
        CommandKey key = requests.key(actor, body);
        Act act = requests.act(actor);
        return Shield.fromHangUp(Admitted.holding(request,
                once(actor, key, answer, () -> first(name, act, key, answer, work))
                        .onFailure(RefusedException.class).recoverWithUni(refusal -> once(actor, key, answer,
                                () -> refused(act, key, answer, refusal)))));
    }

    /** The work, or what it was answered before. */
    private <T> Uni<Response> once(Actor actor, CommandKey key, Answer<T> answer, Supplier<Uni<Response>> work) {
        return transactions.open(() -> known.enter(actor.scope(), key).chain(before -> before.isPresent()
                ? respond(actor, answer, before.get(), true)
                : work.get()));
    }

    /** The same for work that gives what it has changed or made. */
    public <T> Uni<Response> keep(String name, Object body, Answer<T> answer,
            Function<Act, Uni<? extends Kept<?>>> work) {
        return run(name, body, answer, act -> work.apply(act).map(Kept::key));
    }

    private <T> Uni<Response> first(String name, Act act, CommandKey key, Answer<T> answer,
            Function<Act, Uni<String>> work) {
        return work.apply(act).chain(resource -> {
            Known given = Known.done(answer.location().isPresent() ? CREATED : OK, resource);
            if (act.isRepeated()) {
                known.keep(key, given);
            } else {
                known.keepWithEntry(key, given,
                        statement -> audit.bind(statement, act.actor(), name, resource, act.detail()));
                told.forEach(each -> each.acted(act));
            }
            return respond(act.actor(), answer, given, false);
        });
    }

    private <T> Uni<Response> refused(Act act, CommandKey key, Answer<T> answer, RefusedException refusal) {
        return offered(act, answer, Problem.of(refusal.reasons())).map(Known::refused)
                .invoke(given -> known.keep(key, given))
                .chain(given -> respond(act.actor(), answer, given, false));
    }

    /** What is not possible where the matter stands is told together with what is. */
    private static <T> Uni<Problem> offered(Act act, Answer<T> answer, Problem problem) {
        if (!problem.isConflict() || answer.possible().isEmpty() || act.concerned().isEmpty()) {
            return Uni.createFrom().item(problem);
        }
        return answer.possible().get().apply(act.actor(), act.concerned().get())
                .map(acts -> acts.map(problem::offering).orElse(problem));
    }

    private <T> Uni<Response> respond(Actor actor, Answer<T> answer, Known given, boolean replayed) {
        return given.problem().isPresent()
                ? Uni.createFrom().item(() -> sent(
                        Response.fromResponse(problems.response(given.problem().get(), requests.language())), replayed))
                : answer.present(actor, given.resource())
                        .map(kept -> sent(success(answer, given, kept), replayed));
    }

    private static <T> Response.ResponseBuilder success(Answer<T> answer, Known given, Kept<T> kept) {
        Object view = answer.view().apply(kept);
        Response.ResponseBuilder response = Response.status(view == null ? NO_CONTENT : given.status()).entity(view);
        answer.location().ifPresent(location -> response.header("Location", location.apply(given.resource())));
        return Versions.tagged(response, kept.version());
    }

    private static Response sent(Response.ResponseBuilder response, boolean replayed) {
        return replayed ? response.header("Idempotent-Replayed", "true").build() : response.build();
    }
}
