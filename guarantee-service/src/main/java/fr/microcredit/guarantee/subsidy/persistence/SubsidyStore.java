package fr.microcredit.guarantee.subsidy.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.guarantee.subsidy.Subsidies;
import fr.microcredit.guarantee.subsidy.domain.Subsidy;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Subsidies in PostgreSQL; the day on which the next part accrues is a column, so that the day-end finds it by index. */
@ApplicationScoped
class SubsidyStore extends DocumentStore<Subsidy, SubsidyStore.SubsidyRow> implements Subsidies {
    private static final String NEXT_DUE = """
                                           select least((select min(greatest(next_due_on, :from)) from subsidy where next_due_on <= :to),
                                                        (select min(greatest(expires_on, :from)) from subsidy
                                                         where status = 'reserved' and expires_on <= :to)) as next""";

    SubsidyStore() {
        super(SubsidyRow.class, SubsidyRow::new);
    }

    @Override
    protected Optional<String> keyOf(About about) {
        return about.bankId().map(bank -> Promise.keyOf(about.dossierId(), bank));
    }

    @Entity
    @Table(name = "subsidy")
    static class SubsidyRow extends DocumentRow<Subsidy> {
        @Column(name = "expires_on")
        LocalDate expiresOn;
        @Column(name = "next_due_on")
        LocalDate nextDueOn;

        @Override
        protected void index(Subsidy state) {
            expiresOn = state.expiresOn().orElse(null);
            nextDueOn = state.nextDueOn().orElse(null);
        }
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return Sql.of(NEXT_DUE).with("from", from).with("to", to).first(row -> row.date("next"));
    }

    @Override
    public Uni<List<Kept<Subsidy>>> due(LocalDate day) {
        return lockedList("(next_due_on <= :day or status = 'reserved' and expires_on <= :day) order by key",
                Map.of("day", day));
    }
}
