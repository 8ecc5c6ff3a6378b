package fr.microcredit.commission.concertation.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.Disagreements;
import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Disagreements in PostgreSQL. */
@ApplicationScoped
class DisagreementStore extends DocumentStore<Disagreement, DisagreementStore.DisagreementRow>
        implements
            Disagreements {
    DisagreementStore() {
        super(DisagreementRow.class, DisagreementRow::new);
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> Disagreement.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "disagreement")
    static class DisagreementRow extends DocumentRow<Disagreement> {
    }

    @Override
    public Uni<List<Kept<Disagreement>>> unsettled(String officeId) {
        return list("tenant = :office and status <> 'settled' order by sort_day, key",
                Map.of("office", officeId));
    }
}
