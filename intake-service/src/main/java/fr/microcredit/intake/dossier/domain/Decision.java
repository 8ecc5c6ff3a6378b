package fr.microcredit.intake.dossier.domain;

import java.util.List;

/** What became of a command: a new state with its events, or a refusal with every reason. */
public sealed interface Decision {
    /** The command holds. */
    record Accepted(Dossier dossier, List<DossierEvent> events) implements Decision {
    }

    /** The command does not hold. */
    record Refused(Refusal refusal, List<Fault> faults) implements Decision {
    }

    /** Kinds of refusals. */
    enum Refusal {
        /** The dossier is at a stage that does not allow it. */
        WRONG_STAGE,
        /** Something is missing or does not fit together. */
        INCOMPLETE,
        /** The applicant has not agreed. */
        NO_CONSENT
    }

    /**
     * One reason.
     *
     * @param pointer JSON Pointer to the field concerned
     */
    record Fault(String pointer, String code) {
    }

    static Decision accepted(Dossier dossier, DossierEvent... events) {
        return new Accepted(dossier, List.of(events));
    }

    static Decision refused(Refusal refusal, Fault... faults) {
        return new Refused(refusal, List.of(faults));
    }
}
