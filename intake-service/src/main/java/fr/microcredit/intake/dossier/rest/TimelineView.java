package fr.microcredit.intake.dossier.rest;

import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonRawValue;

import fr.microcredit.intake.dossier.Timeline;

/**
 * Something that has happened to a dossier.
 *
 * @param on   business date
 * @param type of the event, such as {@code bank.disbursed}
 * @param data of the event
 */
public record TimelineView(LocalDate on, String type, @JsonRawValue String data) {
    private static final String PREFIX = "fr.microcredit.";

    static TimelineView of(Timeline.Entry entry) {
        return new TimelineView(entry.on(), entry.type().substring(PREFIX.length()), entry.data());
    }
}
