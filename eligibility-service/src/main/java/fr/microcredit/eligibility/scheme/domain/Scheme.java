package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.loan.Rate;

/**
 * A version of a scheme: a territory's rules as data, each with its source.
 *
 * @param territory INSEE codes of communes, or their first digits for a department
 * @param personCap euros one person may have outstanding over all guaranteed loans
 */
public record Scheme(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
        List<String> territory, Commission commission, Amounts amount, Terms term, Rates borrowerRate,
        StatedRate bankRate,
        List<IncomeCeiling> incomeCeiling, Optional<ResteAVivre> resteAVivre, DebtRules debt, Purposes purpose,
        Grounds ground, List<Guarantee> guarantees, Optional<Subsidy> subsidy, Optional<Rebate> rebate,
        List<Bank> banks, BigDecimal personCap, int reservationDays) {

    /** Who decides for the public side. */
    public enum Commission {
        REQUIRED, NONE
    }

    /** Euros, both bounds included. */
    public record Amounts(BigDecimal min, BigDecimal max, String source) {
    }

    /** Months, both bounds included. */
    public record Terms(int min, int max, String source) {
    }

    /** Rate of the borrower; a range is assessed at its highest. */
    public record Rates(BigDecimal min, BigDecimal max, String source) {
        public Rate highest() {
            return new Rate(max);
        }
    }

    /** The bank's rate. */
    public record StatedRate(BigDecimal value, String source) {
        public Rate rate() {
            return new Rate(value);
        }
    }

    /**
     * The most a household may have a month, for a time.
     *
     * @param assumption where the rule in force is not known: its failure is for a person to look at
     */
    public record IncomeCeiling(LocalDate from, Optional<LocalDate> to, CeilingBasis basis, BigDecimal factor,
            boolean assumption, String source) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /** What the ceiling is a multiple of. */
    public enum CeilingBasis {
        /** SMIC net for each consumption unit of the OECD-modified scale. */
        SMIC_NET_PER_UC,
        /** The flat social minimum (RMI) for the household. */
        SOCIAL_MINIMUM_BY_HOUSEHOLD
    }

    /** What must be left to each head of the household, euros a month. */
    public record ResteAVivre(BigDecimal perHead, String source) {
    }

    /** @param importantDebtJudged whether existing debts are for a person to judge */
    public record DebtRules(boolean refuseOverIndebted, boolean importantDebtJudged, String source) {
    }

    /**
     * @param admitted closed list; empty where any purpose may do
     * @param excluded purposes that never do
     */
    public record Purposes(List<AdmittedPurpose> admitted, List<String> excluded, String source) {
        public boolean isUniversal() {
            return admitted.isEmpty();
        }
    }

    /** @param judged the condition a person has to judge, such as {@code professional-inclusion} */
    public record AdmittedPurpose(String purpose, Optional<String> judged) {
    }

    /** Accepted grounds for needing this loan. */
    public record Grounds(List<String> accepted, String source) {
    }

    /** A guarantor and its share of the outstanding principal. */
    public record Guarantee(String guarantor, BigDecimal share, String source) {
    }

    /** The office's interest subsidy. */
    public record Subsidy(String method, String earlyEnd, String source) {
    }

    /** The Region's rebate after full repayment. */
    public record Rebate(BigDecimal fraction, boolean noUnpaid, boolean noDelay, boolean onRequest, String source) {
    }

    /** A bank's convention. */
    public record Bank(String bankId, String name, LocalDate from, Optional<LocalDate> to) {
    }

    public boolean appliesOn(LocalDate day) {
        return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean covers(String commune) {
        return territory.stream().anyMatch(commune::startsWith);
    }
}
