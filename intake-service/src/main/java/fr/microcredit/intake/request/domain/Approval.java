package fr.microcredit.intake.request.domain;

import java.util.List;
import java.util.Optional;

/**
 * The public side's agreement to a request: of the commission, or of a named agent where there is none.
 *
 * @param conditions the commission has set; the bank sees them
 * @param funding    on which bank and office have agreed since, where guarantee or subsidy were declined
 */
public record Approval(List<Condition> conditions, Optional<Funding> funding) {
    public static final Approval PLAIN = under(List.of());

    public Approval {
        conditions = List.copyOf(conditions);
    }

    public static Approval under(List<Condition> conditions) {
        return new Approval(conditions, Optional.empty());
    }

    public Approval funded(Optional<Funding> agreed) {
        return new Approval(conditions, agreed);
    }

    /** Under what the commission agrees. */
    public enum Condition {
        BUDGET_COUNSELLING, PAYMENT_TO_SUPPLIER, PROOF_OF_PURCHASE, VEHICLE_INSURANCE, TECHNICAL_INSPECTION,
        OWN_CONTRIBUTION, OTHER
    }
}
