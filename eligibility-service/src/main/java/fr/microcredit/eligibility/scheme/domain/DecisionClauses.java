package fr.microcredit.eligibility.scheme.domain;

import java.util.List;

/**
 * Who decides on the public side, and what a named agent may do about a rule that fails (domain.md A.5).
 *
 * @param commission   whether a commission decides
 * @param approvalDays how long an approval stays valid after a bank's final refusal
 * @param concertation whether office and bank meet before the bank may refuse an approved request
 * @param waiver       whether the office may waive that meeting
 * @param override     rules that a named agent may set aside with a reason
 */
public record DecisionClauses(Clause<Body> commission, Clause<Integer> approvalDays, Clause<Boolean> concertation,
        Clause<Boolean> waiver, Clause<Override> override) {

    /** Who decides for the public side. */
    public enum Body {
        /** A commission chaired by an elected representative. */
        REQUIRED,
        /** A named agent's transmission takes its place. */
        NONE
    }

    /** @param rules names of assessment rules, such as {@code term} */
    public record Override(List<String> rules) {
    }
}
