package fr.microcredit.intake.request.domain;

import java.math.BigDecimal;
import java.util.List;

/**
 * How bank and office go on where guarantee or subsidy were declined: each has recorded its part (domain.md A.10).
 *
 * @param guarantees  under which the bank lends, the scheme's or less
 * @param subsidyPaidBy who bears the difference of the two rates
 */
public record Funding(List<Share> guarantees, SubsidyPayer subsidyPaidBy) {
    public Funding {
        guarantees = List.copyOf(guarantees);
    }

    /** @param share of the outstanding principal, of 1 */
    public record Share(String guarantor, BigDecimal share) {
    }

    /** Who bears the difference of the bank's rate and the borrower's. */
    public enum SubsidyPayer {
        /** The office's envelope, as the scheme says; it is asked again. */
        ENVELOPE,
        /** Nobody else: the borrower pays the bank's rate. */
        BORROWER,
        /** The office, by a decision of its own besides its envelope. */
        OFFICE
    }
}
