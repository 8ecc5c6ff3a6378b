package fr.microcredit.guarantee.fund.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.Guarantees;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Guarantees in PostgreSQL. */
@ApplicationScoped
class GuaranteeStore extends DocumentStore<Guarantee, GuaranteeStore.GuaranteeRow> implements Guarantees {
    private static final String NEXT_EXPIRY = """
                                              select min(greatest(expires_on, :from)) as next from guarantee
                                              where status = 'reserved' and expires_on <= :to""";

    GuaranteeStore() {
        super(GuaranteeRow.class, GuaranteeRow::new);
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> Promise.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "guarantee")
    static class GuaranteeRow extends DocumentRow<Guarantee> {
        @Column(name = "expires_on")
        LocalDate expiresOn;

        @Override
        protected void index(Guarantee state) {
            expiresOn = state.expiresOn().orElse(null);
        }
    }

    @Override
    public Uni<Optional<LocalDate>> nextExpiry(LocalDate from, LocalDate to) {
        return Sql.of(NEXT_EXPIRY).with("from", from).with("to", to).first(row -> row.date("next"));
    }

    @Override
    public Uni<List<Kept<Guarantee>>> expired(LocalDate day) {
        return lockedList("status = 'reserved' and expires_on <= :day order by key", Map.of("day", day));
    }
}
