package fr.microcredit.eligibility.scheme.domain;

import java.util.List;

/**
 * Who decides on the public side, and what a named agent may do about a rule that fails (domain.md A.5).
 *
 * @param commission   whether a commission decides
 * @param concertation what goes before a bank's final refusal
 * @param override     rules that a named agent may set aside with a reason
 */
public record DecisionClauses(Clause<Commission> commission, Clause<Concertation> concertation,
        Clause<Override> override) {

    /** Who decides for the public side. */
    public enum Body {
        /** A commission chaired by an elected representative. */
        REQUIRED,
        /** A named agent's transmission takes its place. */
        NONE
    }

    /**
     * @param body         who decides
     * @param approvalDays how long an approval stays valid after a bank's final refusal
     */
    public record Commission(Body body, int approvalDays) {
    }

    /**
     * @param meetingRequired whether office and bank meet before the bank may refuse an approved request
     * @param waiverAllowed   whether the office may waive that meeting
     */
    public record Concertation(boolean meetingRequired, boolean waiverAllowed) {
    }

    /** @param rules names of assessment rules, such as {@code term} */
    public record Override(List<String> rules) {
    }
}
