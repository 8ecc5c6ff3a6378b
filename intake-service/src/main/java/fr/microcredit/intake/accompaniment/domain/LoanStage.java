package fr.microcredit.intake.accompaniment.domain;

/** How far a request has come with its bank. */
public enum LoanStage {
    /** The bank has it and has said nothing yet. */
    TRANSMITTED, BANK_ACCEPTED,
    /** It would go on without the guarantee or the subsidy it has asked for, and the office has to answer. */
    BANK_PROPOSED, BANK_DISAGREED, CONCERTED, BANK_REFUSED, CONTRACTED, DISBURSED,
    /** The bank has called in the whole loan; the accompaniment goes on. */
    IN_DEFAULT, REPAID,
    /** The bank has given up what was still owed. */
    WRITTEN_OFF,
    /** Over in a way that the applicant has not agreed to have told (see docs/adr 0051). */
    ENDED
}
