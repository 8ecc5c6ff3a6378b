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

    /**
     * What there is to see to on a day.
     *
     * @param today by which it is late or not
     */
    public record Seen(LocalDate today, List<Task> tasks) {
    }

    /** @param agent whose dossiers alone, and those of whom they stand in for today */
    public Uni<Seen> of(Actor actor, Optional<String> agent) {
        return calendar.today().chain(today -> dossiers
                .toSeeTo(new Waiting(Optional.of(actor.tenantId()), agent, today))
                .map(found -> new Seen(today, found.stream().map(Kept::state).flatMap(Task::of)
                        .filter(task -> task.isRaised(today)).sorted(LONGEST_LATE).toList())));
    }

    /** What banks owe, of all offices, whether they are late already or not; for the end of a day. */
    Uni<List<Task>> everywhere(LocalDate day) {
        return dossiers.toSeeTo(new Waiting(Optional.empty(), Optional.empty(), day))
                .map(found -> found.stream().map(Kept::state).flatMap(each -> Task.ofTheBank(each).stream()).toList());
    }
}
