package fr.microcredit.intake.accompaniment.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.Accompaniments;
import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Accompaniments in PostgreSQL; the last day of an approval is a column, so that the day-end finds it by index. */
@ApplicationScoped
class AccompanimentStore extends DocumentStore<Accompaniment, AccompanimentStore.AccompanimentRow>
        implements
            Accompaniments {
    /** Once its request has ended the row still says that it was refused. */
    private static final String LAPSING = "status = 'bank-refused' and approved_until <= :day"
            + " and key in (select r.key from request r where r.status = 'transmitted'"
            + " and r.document ->> 'revision' = accompaniment.document ->> 'revision')";
    private static final String KEYS = "select key from accompaniment where " + LAPSING;
    private static final String NEXT = """
                                       select min(greatest(a.approved_until, :from)) as next from accompaniment a
                                         join request r on r.key = a.key and r.status = 'transmitted'
                                           and r.document ->> 'revision' = a.document ->> 'revision'
                                       where a.status = 'bank-refused' and a.approved_until <= :to""";

    AccompanimentStore() {
        super(AccompanimentRow.class, AccompanimentRow::new);
    }

    @Entity
    @Table(name = "accompaniment")
    static class AccompanimentRow extends DocumentRow<Accompaniment> {
        @Column(name = "approved_until")
        LocalDate approvedUntil;

        @Override
        protected void index(Accompaniment state) {
            approvedUntil = state.approvedUntil().orElse(null);
        }
    }

    @Override
    public Uni<Optional<LocalDate>> nextLapse(LocalDate from, LocalDate to) {
        return Sql.of(NEXT).with("from", from).with("to", to).first(row -> row.date("next"));
    }

    @Override
    public Uni<List<Kept<Accompaniment>>> lapsing(LocalDate day) {
        Map<String, Object> parameters = Map.of("day", day);
        return Locks.found(KEYS, parameters).chain(dossiers -> lockedList(LAPSING + " order by key", parameters)
                .chain(found -> dossiers.map(locked -> found.stream().filter(kept -> locked.contains(kept.key()))
                        .toList())));
    }
}
