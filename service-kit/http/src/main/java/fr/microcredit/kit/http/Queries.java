package fr.microcredit.kit.http;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Runs the reads of a request in a transaction that sees the actor's rows only. */
@RequestScoped
public class Queries {
    private final Actors actors;
    private final RoutingContext request;
    private final Transactions transactions;

    Queries(Actors actors, RoutingContext request, Transactions transactions) {
        this.actors = actors;
        this.request = request;
        this.transactions = transactions;
    }

    public <T> Uni<T> run(Function<Actor, Uni<T>> work) {
        Actor actor = actors.current();
        return Admitted.holding(request, transactions.inScope(actor.scope(), () -> work.apply(actor)));
    }

    /** One resource with its version. */
    public <T> Uni<Response> one(Answer<T> answer, String key) {
        return run(actor -> answer.present(actor, key)).map(kept -> Versions
                .tagged(Response.ok(answer.view().apply(kept)), kept.version()).build());
    }

    /** One resource whose key says whose it is. */
    public <T> Uni<Response> one(Answer<T> answer, Function<Actor, String> key) {
        return one(answer, key.apply(actors.current()));
    }

    /** For what anybody may read; row-level security shows no tenant's rows. */
    public <T> Uni<T> open(Supplier<Uni<T>> work) {
        return transactions.inScope(DataScope.ofTenant(""), work);
    }
}
