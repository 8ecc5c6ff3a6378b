package fr.microcredit.eligibility.assessment.domain;

import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.LoanClauses;
import fr.microcredit.kit.money.Money;

/**
 * The nearest requests that no rule would fail, for one that fails. Empty parts mean that there is none of that kind.
 *
 * @param largestAmount      at the term asked for, or the nearest one the scheme allows: the largest multiple of 50 euros
 *                           such that every lower one the scheme allows passes too (domain.md A.4)
 * @param shortestTerm       for the amount asked for, or the nearest one the scheme allows
 * @param missingResteAVivre what is missing a month to the reste à vivre, as asked
 */
public record Alternatives(Optional<Offer> largestAmount, Optional<Offer> shortestTerm,
        Optional<Money> missingResteAVivre) {
    /** Step of the amounts that are tried, euro cents. */
    public static final long STEP_CENTS = 5_000;

    private static final Alternatives NONE = new Alternatives(Optional.empty(), Optional.empty(), Optional.empty());

    /** A request that no rule would fail. */
    public record Offer(Money amount, int months) {
    }

    /** Of a request that passes there is nothing better to tell. */
    public static Alternatives of(Case c, Findings findings) {
        if (findings.verdict() != Verdict.INELIGIBLE) {
            return NONE;
        }
        Optional<Money> missing = missing(findings);
        LoanClauses loan = c.scheme().loan();
        boolean bounded = loan.minAmountCents().stated().isPresent() && loan.maxAmountCents().stated().isPresent()
                && loan.minTermMonths().stated().isPresent() && loan.maxTermMonths().stated().isPresent();
        if (!bounded || Assessor.failsAtAnySize(c)) {
            return new Alternatives(Optional.empty(), Optional.empty(), missing);
        }
        return new Alternatives(largestAmount(c, loan), shortestTerm(c, loan), missing);
    }

    private static Optional<Money> missing(Findings findings) {
        return findings.outcomes().stream()
                .filter(outcome -> outcome.code().equals("below-floor") && outcome.result() == Result.FAIL)
                .map(outcome -> Money.ofCents(Long.parseLong(outcome.figures().get("floorCents"))
                        - Long.parseLong(outcome.figures().get("leftCents"))))
                .findFirst();
    }

    private static Optional<Offer> largestAmount(Case c, LoanClauses loan) {
        int months = Math.min(Math.max(c.wish().months(), loan.minTermMonths().required()),
                loan.maxTermMonths().required());
        Optional<Offer> best = Optional.empty();
        for (long cents = firstStep(loan); cents <= loan.maxAmountCents().required(); cents += STEP_CENTS) {
            Offer offer = new Offer(Money.ofCents(cents), months);
            if (!passes(c, offer)) {
                return best;
            }
            best = Optional.of(offer);
        }
        return best;
    }

    private static long firstStep(LoanClauses loan) {
        return (loan.minAmountCents().required() + STEP_CENTS - 1) / STEP_CENTS * STEP_CENTS;
    }

    private static Optional<Offer> shortestTerm(Case c, LoanClauses loan) {
        long cents = Math.min(Math.max(c.wish().amount().cents(), loan.minAmountCents().required()),
                loan.maxAmountCents().required());
        for (int months = loan.minTermMonths().required(); months <= loan.maxTermMonths().required(); months++) {
            Offer offer = new Offer(Money.ofCents(cents), months);
            if (passes(c, offer)) {
                return Optional.of(offer);
            }
        }
        return Optional.empty();
    }

    private static boolean passes(Case c, Offer offer) {
        return Assessor.sizePasses(c.asking(offer.amount(), offer.months()));
    }
}
