package fr.microcredit.intake.agent;

import java.time.LocalDate;
import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Absence;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where absences are kept. */
public interface Absences extends Store<Absence> {
    /** Those of an office that are not over on the day, by their first days. */
    Uni<List<Kept<Absence>>> notOver(String officeId, LocalDate day);
}
