package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.Comparator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.domain.Dossier;
import fr.microcredit.kit.time.BusinessCalendar;

/** Keeps the office's acts on a dossier in the order of their business dates. */
@ApplicationScoped
class Chronology {
    private final Timeline timeline;

    Chronology(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Fails with {@code date-before-previous-step} when the day is before the opening or the newest event. */
    Uni<Void> require(Dossier dossier, LocalDate on) {
        return timeline.of(dossier.id())
                .map(entries -> entries.stream().map(Timeline.Entry::on).max(Comparator.naturalOrder())
                        .filter(dossier.openedOn()::isBefore).orElse(dossier.openedOn()))
                .invoke(newest -> BusinessCalendar.requireNotBefore(newest, on, "/effectiveOn")).replaceWithVoid();
    }
}
