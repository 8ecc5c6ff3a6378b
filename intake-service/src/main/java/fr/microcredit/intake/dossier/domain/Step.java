package fr.microcredit.intake.dossier.domain;

/** What another service reports of a dossier. */
public enum Step {
    FOUND_ELIGIBLE, FOUND_TO_JUDGE, FOUND_INELIGIBLE, INELIGIBILITY_CONFIRMED, APPROVED, REFUSED, ADJOURNED,
    MEETING_CHANGED_REQUEST, MEETING_CHANGED_NOTHING, BANK_ACCEPTED, BANK_DISAGREED, BANK_REFUSED, CONTRACTED,
    DISBURSED,
    REPAID,
    /** For the timeline only. */
    NOTED
}
