package fr.microcredit.intake.agent.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.Absences;
import fr.microcredit.intake.agent.domain.Absence;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** Absences in PostgreSQL; the first day is the one they are sorted by. */
@ApplicationScoped
class AbsenceStore extends DocumentStore<Absence, AbsenceStore.AbsenceRow> implements Absences {
    private static final String NOT_OVER = "tenant = :office and to_day >= :day and to_day >= sort_day order by sort_day, key";

    AbsenceStore() {
        super(AbsenceRow.class, AbsenceRow::new);
    }

    @Entity
    @Table(name = "absence")
    static class AbsenceRow extends DocumentRow<Absence> {
        String agent;
        String substitute;
        @Column(name = "to_day")
        LocalDate to;

        @Override
        protected void index(Absence state) {
            agent = state.agent();
            substitute = state.substitute();
            to = state.to();
        }
    }

    @Override
    public Uni<List<Kept<Absence>>> notOver(String officeId, LocalDate day) {
        return list(NOT_OVER, Map.of("office", officeId, "day", day));
    }
}
