package fr.microcredit.intake.task;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.Dossiers;
import fr.microcredit.intake.dossier.Dossiers.Waiting;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** What an office has to see to, the longest late first. */
@ApplicationScoped
public class ReadTasks {
    private static final Comparator<Task> LONGEST_LATE = Comparator.comparing(Task::inTimeOn)
            .thenComparing(task -> task.dossier().key());

    private final Dossiers dossiers;
    private final BusinessCalendar calendar;

    ReadTasks(Dossiers dossiers, BusinessCalendar calendar) {
        this.dossiers = dossiers;
        this.calendar = calendar;
    }

    /** @param agent whose dossiers alone, and those of whom they stand in for today */
    public Uni<List<Task>> of(Actor actor, Optional<String> agent) {
        return calendar.today().chain(today -> dossiers
                .awaitingTheirBank(new Waiting(Optional.of(actor.tenantId()), agent, today))
                .map(found -> found.stream().map(Kept::state).flatMap(each -> Task.of(each).stream())
                        .filter(task -> task.isRaised(today)).sorted(LONGEST_LATE).toList()));
    }

    /** Of all offices, whether they are late already or not; for the end of a day. */
    Uni<List<Task>> everywhere(LocalDate day) {
        return dossiers.awaitingTheirBank(new Waiting(Optional.empty(), Optional.empty(), day))
                .map(found -> found.stream().map(Kept::state).flatMap(each -> Task.of(each).stream()).toList());
    }
}
