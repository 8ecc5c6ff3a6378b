package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The public side's agreement to a request: of the commission, or of a named agent where there is none.
 *
 * @param conditions the commission has set; the bank sees them
 * @param fulfilled  those of them that the office has ticked off, in the order in which it has
 * @param funding    on which bank and office have agreed since, where guarantee or subsidy were declined
 */
public record Approval(List<Condition> conditions, List<Fulfilled> fulfilled, Optional<Funding> funding) {
    public static final Approval PLAIN = under(List.of());

    public Approval {
        conditions = List.copyOf(conditions);
        fulfilled = List.copyOf(fulfilled);
    }

    public static Approval under(List<Condition> conditions) {
        return new Approval(conditions, List.of(), Optional.empty());
    }

    public Approval funded(Optional<Funding> agreed) {
        return new Approval(conditions, fulfilled, agreed);
    }

    Approval fulfilling(Collection<Fulfilled> more) {
        return new Approval(conditions, Stream.concat(fulfilled.stream(), more.stream()).toList(), funding);
    }

    /** As others are told. */
    public List<Condition> kept() {
        return fulfilled.stream().map(Fulfilled::condition).toList();
    }

    /** Whether something is still to be ticked off. */
    public boolean isOpen() {
        return !kept().containsAll(conditions);
    }

    /** Under what the commission agrees. */
    public enum Condition {
        BUDGET_COUNSELLING, PAYMENT_TO_SUPPLIER, PROOF_OF_PURCHASE, VEHICLE_INSURANCE, TECHNICAL_INSPECTION,
        OWN_CONTRIBUTION, OTHER
    }

    /**
     * A condition that is met.
     *
     * @param by the identity provider's identifier of the agent who has ticked it off; never a name
     * @param on business date
     */
    public record Fulfilled(Condition condition, String by, LocalDate on) {
    }
}
