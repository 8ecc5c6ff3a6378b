package fr.microcredit.intake.request.domain;

import java.util.List;

/**
 * The public side's agreement to a request: of the commission, or of a named agent where there is none.
 *
 * @param conditions the commission has set; the bank sees them
 */
public record Approval(List<Condition> conditions) {
    public static final Approval PLAIN = new Approval(List.of());

    public Approval {
        conditions = List.copyOf(conditions);
    }

    /** Under what the commission agrees. */
    public enum Condition {
        BUDGET_COUNSELLING, PAYMENT_TO_SUPPLIER, PROOF_OF_PURCHASE, VEHICLE_INSURANCE, TECHNICAL_INSPECTION,
        OWN_CONTRIBUTION, OTHER
    }
}
