package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The most a household may have a month: a multiple of a national value, weighted by who lives together (domain.md 1.3).
 *
 * @param periods in order of their first day, without overlap
 */
public record IncomeTest(List<Period> periods) {

    /** What the ceiling is a multiple of. */
    public enum Basis {
        /** SMIC net for each consumption unit. */
        SMIC_NET_PER_UC,
        /** SMIC net whatever the household. */
        SMIC_NET_FLAT,
        /** The flat social minimum (RMI, from 2009-06-01 RSA) for the household. */
        SOCIAL_MINIMUM_BY_HOUSEHOLD
    }

    /** How consumption units are counted. */
    public enum UnitScale {
        /** 1, then 0.5 for each further person of 14 and over and 0.3 for each child under 14. */
        OECD_MODIFIED,
        /** The same and 0.2 more for a lone parent, as the family-allowance offices count. */
        CNAF
    }

    /**
     * @param from            first day
     * @param to              last day, open where empty
     * @param basis           what the ceiling is a multiple of
     * @param factor          such as 1.20
     * @param scale           where the basis counts consumption units
     * @param referenceMonths over how many months resources are averaged, where the texts say so
     * @param assumption      whether the rule in force is not known: its failure is then for a person to look at
     * @param source          where it is written
     */
    public record Period(LocalDate from, Optional<LocalDate> to, Basis basis, BigDecimal factor,
            Optional<UnitScale> scale, Optional<Integer> referenceMonths, boolean assumption, String source) {
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    public Optional<Period> on(LocalDate day) {
        return periods.stream().filter(period -> period.holdsOn(day)).findFirst();
    }
}
