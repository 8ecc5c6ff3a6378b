package fr.microcredit.intake.dossier.domain;

import java.time.LocalDate;

/** Something that has happened to a dossier and that others are told of. */
public sealed interface DossierEvent {
    /** State of the dossier after it. */
    Dossier dossier();

    /** Business date. */
    LocalDate on();

    /** An office has opened it. */
    record Opened(Dossier dossier, LocalDate on) implements DossierEvent {
    }

    /** Its figures, for eligibility-service only. */
    record SituationDeclared(Dossier dossier, LocalDate on) implements DossierEvent {
    }

    /** It asks to be assessed; the bands are for statistics. */
    record Submitted(Dossier dossier, Bands bands, LocalDate on) implements DossierEvent {
    }

    /** A meeting has changed amount or term. */
    record Amended(Dossier dossier, LocalDate on) implements DossierEvent {
    }

    /** The applicant's identity, for the bank of the request only. */
    record IdentityDisclosed(Dossier dossier, LocalDate on) implements DossierEvent {
    }

    /** It goes to the bank. */
    record Transmitted(Dossier dossier, LocalDate on) implements DossierEvent {
    }

    /** The applicant has given it up. */
    record Withdrawn(Dossier dossier, String reason, LocalDate on) implements DossierEvent {
    }

    /** Nothing more is done on it. */
    record Closed(Dossier dossier, String outcome, LocalDate on) implements DossierEvent {
    }
}
