package fr.microcredit.intake.accompaniment.domain;

/** How far a request has come with its bank. */
public enum LoanStage {
    /** The bank has it and has said nothing yet. */
    TRANSMITTED, BANK_ACCEPTED, BANK_DISAGREED, CONCERTED, BANK_REFUSED, CONTRACTED, DISBURSED, REPAID
}
