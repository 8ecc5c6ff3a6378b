package fr.microcredit.intake.request.domain;

/** What the commission wants to see before it decides, and the office asks the applicant for. */
public enum MissingItem {
    IDENTITY_DOCUMENT, PROOF_OF_ADDRESS, PROOF_OF_RESOURCES, PROOF_OF_CHARGES, BANK_STATEMENTS, LOAN_STATEMENTS, QUOTE,
    PROJECT_DETAILS, ANSWER_OF_OTHER_AID, OTHER
}
