package fr.microcredit.intake.difficulty;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;

/** A loan as its office sees to it. */
@ApplicationScoped
public class ReadDifficulty {
    private final Store<Request> requests;
    private final Store<Difficulty> difficulties;

    ReadDifficulty(Store<Request> requests, Store<Difficulty> difficulties) {
        this.requests = requests;
        this.difficulties = difficulties;
    }

    /** What there is of a dossier: nothing before the pay-out. */
    public record Seen(Request request, Optional<Difficulty> loan) {
    }

    /** Empty where the dossier is none of this actor's. */
    public Uni<Optional<Kept<Seen>>> one(Actor actor, String key) {
        return Beside.of(requests.find(key), difficulties.find(key), (request, loan) -> request.map(Kept::state)
                .filter(found -> found.tenant().equals(actor.tenantId()))
                .map(found -> new Kept<>(key, loan.map(Kept::version).orElse(Difficulty.NOTHING_KEPT),
                        new Seen(found, loan.map(Kept::state)))));
    }
}
