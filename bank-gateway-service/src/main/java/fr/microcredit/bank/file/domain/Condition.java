package fr.microcredit.bank.file.domain;

/** Under what the public side agrees to a loan. */
public enum Condition {
    BUDGET_COUNSELLING,
    /** The bank pays who sells, and not the borrower. */
    PAYMENT_TO_SUPPLIER, PROOF_OF_PURCHASE, VEHICLE_INSURANCE, TECHNICAL_INSPECTION, OWN_CONTRIBUTION,
    /** The office tells which. */
    OTHER
}
