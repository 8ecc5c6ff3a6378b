package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.UnitScale;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.money.Money;

/** What the territory offers besides a loan, and what is worth a remark. */
public final class AidRules {
    static final List<Rule> ALL = List.of(AidRules::otherAid, AidRules::shortTerm);
    private static final String RULE = "other-aid";
    private static final String NATIONAL_FUND = "fcs";
    private AidRules() {
    }

    /** Aids for this purpose and household, the most favourable kind first. */
    public static List<OtherAid> fitting(Case c) {
        return c.scheme().accompaniment().otherAids().stated().orElse(List.of()).stream()
                .filter(aid -> fits(aid.conditions(), c)).sorted(Comparator.comparing(OtherAid::kind))
                .toList();
    }

    /** Subsidiarity: where something better may exist, a person looks first. */
    private static void otherAid(Case c, Collector found) {
        Clause<List<OtherAid>> clause = c.scheme().accompaniment().otherAids();
        if (clause.is(State.OPEN)) {
            found.note("other-aids-not-listed", Map.of(), clause.source());
        }
        Rule.apply(clause, found, all -> {
            List<OtherAid> better = fitting(c).stream().filter(OtherAid::moreFavourable).toList();
            return better.isEmpty()
                    ? Outcome.pass(RULE, Map.of(), clause.source())
                    : Outcome.needsHuman(RULE, "other-aid-first", Map.of("aids", joined(better, ",", OtherAid::aidId),
                            "namesFr", joined(better, ", ", OtherAid::nameFr), "namesEn",
                            joined(better, ", ", OtherAid::nameEn)),
                            clause.source());
        });
    }

    private static String joined(List<OtherAid> aids, String between, Function<OtherAid, String> part) {
        return aids.stream().map(part).collect(Collectors.joining(between));
    }

    private static boolean fits(OtherAid.Conditions conditions, Case c) {
        Situation s = c.situation();
        return (conditions.purposes().isEmpty() || conditions.purposes().contains(c.wish().purpose()))
                && conditions.maxResourcesPerUcCents().map(most -> perUnit(s).cents() <= most).orElse(true)
                && conditions.minUnder14().map(least -> s.personsUnder14() >= least).orElse(true)
                && conditions.loneParent().map(lone -> lone == s.loneParent()).orElse(true)
                && conditions.maxAmountCents().map(most -> c.wish().amount().cents() <= most).orElse(true);
    }

    private static Money perUnit(Situation s) {
        BigDecimal units = HouseholdWeights.consumptionUnits(s, UnitScale.OECD_MODIFIED);
        return Money.ofCents(BigDecimal.valueOf(s.resources().cents()).divide(units, 0, RoundingMode.UP)
                .longValueExact());
    }

    private static void shortTerm(Case c, Collector found) {
        Clause<List<Guarantee>> clause = c.scheme().support().guarantees();
        boolean nationalFund = c.guarantees().stream()
                .anyMatch(each -> each.guarantor().equals(NATIONAL_FUND));
        c.parameters().on(ParameterName.NATIONAL_FUND_MIN_MONTHS, c.wish().appliedOn())
                .filter(least -> nationalFund && c.wish().months() < least.value().intValueExact())
                .ifPresent(least -> found.note("below-national-fund-term", Map.of("months",
                        String.valueOf(c.wish().months()), "minMonths", least.value().toPlainString()),
                        least.source()));
    }
}
