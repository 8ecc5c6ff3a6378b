package fr.microcredit.kit.domain;

import java.util.UUID;

/** An aggregate that belongs to one dossier and whose events are about it. */
public interface OfDossier extends Aggregate {
    About about();

    default UUID dossierId() {
        return about().dossierId();
    }
}
