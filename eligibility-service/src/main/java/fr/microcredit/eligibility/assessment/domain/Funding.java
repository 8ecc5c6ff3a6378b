package fr.microcredit.eligibility.assessment.domain;

import java.util.List;

import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;

/**
 * On what bank and office have agreed where guarantee or subsidy were declined (domain.md A.10): it takes the place of what the
 * scheme says.
 *
 * @param guarantees under which the bank lends, the scheme's or less
 */
public record Funding(List<Guarantee> guarantees, Payer subsidyPaidBy) {
    public Funding {
        guarantees = List.copyOf(guarantees);
    }

    /** Who bears the difference of the bank's rate and the borrower's. */
    public enum Payer {
        /** The office's envelope, as the scheme says. */
        ENVELOPE,
        /** Nobody else: the borrower pays the bank's rate. */
        BORROWER,
        /** The office, by a decision of its own besides its envelope. */
        OFFICE
    }
}
