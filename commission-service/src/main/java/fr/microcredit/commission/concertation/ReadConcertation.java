package fr.microcredit.commission.concertation;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.commission.concertation.domain.DisagreementActs;
import fr.microcredit.commission.request.Requests;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;

/** What an office sees of a bank's disagreement with one of its own requests. */
@ApplicationScoped
public class ReadConcertation {
    private final Disagreements disagreements;
    private final Requests requests;

    ReadConcertation(Disagreements disagreements, Requests requests) {
        this.disagreements = disagreements;
        this.requests = requests;
    }

    public Uni<Optional<Kept<Disagreement>>> one(Actor actor, String key) {
        return disagreements.find(key)
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())));
    }

    /** What can be done about it as it stands. */
    public Uni<Optional<List<DisagreementActs.Act>>> possible(Actor actor, String key) {
        return Beside.of(one(actor, key), requests.find(Disagreement.dossierOf(key)),
                (disagreement, request) -> disagreement.flatMap(found -> request
                        .filter(known -> known.state().tenant().equals(actor.tenantId()))
                        .map(known -> DisagreementActs.of(found.state(), known.state()))));
    }
}
