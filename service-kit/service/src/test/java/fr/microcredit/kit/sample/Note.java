package fr.microcredit.kit.sample;

import java.time.LocalDate;
import java.util.UUID;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.OfDossier;

/** The aggregate of the sample service with which the kit is tested. */
public record Note(About about, String text, LocalDate lastOn) implements OfDossier {
    static Note of(String office, String text, LocalDate on) {
        return new Note(About.dossier(UUID.randomUUID(), UUID.randomUUID(), office), text, on);
    }

    Note with(String other) {
        return new Note(about, other, lastOn);
    }

    @Override
    public String key() {
        return about.dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return "noted";
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }
}
