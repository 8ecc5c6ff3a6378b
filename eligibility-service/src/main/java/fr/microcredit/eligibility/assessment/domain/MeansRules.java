package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest;
import fr.microcredit.eligibility.scheme.domain.MeansClauses.OverIndebted;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/** Rules on what a household has and owes, whatever it asks for. */
final class MeansRules {
    static final List<Rule> ALL = List.of(MeansRules::incomeCeiling, MeansRules::overIndebtedness,
            MeansRules::importantDebt);
    private static final String CEILING = "income-ceiling";
    private static final String IMPORTANT_DEBT = "important-debt";

    private MeansRules() {
    }

    /**
     * Total resources against the household's ceiling, equality passes (domain.md 1.3 and A.3). A missing parameter or a
     * rule that is only assumed goes to a person.
     */
    private static void incomeCeiling(Case c, Collector found) {
        Clause<IncomeTest> clause = c.scheme().means().incomeTest();
        Rule.apply(clause, found, test -> {
            Optional<IncomeTest.Period> period = test.on(c.wish().appliedOn());
            return period.isEmpty()
                    ? Outcome.needsHuman(CEILING, "no-rule-that-day", day(c), clause.source())
                    : against(period.get(), c);
        });
    }

    private static Outcome against(IncomeTest.Period rule, Case c) {
        Optional<HouseholdCeiling> ceiling = HouseholdCeiling.of(rule, c);
        return ceiling.isPresent()
                ? compare(rule, ceiling.get(), c)
                : Outcome.needsHuman(CEILING, "parameter-missing",
                        Map.of("parameter", Codes.of(HouseholdCeiling.parameterOf(rule, c)), "day",
                                c.wish().appliedOn().toString()),
                        rule.source());
    }

    private static Map<String, String> day(Case c) {
        return Map.of("day", c.wish().appliedOn().toString());
    }

    private static Outcome compare(IncomeTest.Period rule, HouseholdCeiling ceiling, Case c) {
        Money resources = c.situation().resources();
        Map<String, String> figures = Map.of("resourcesCents", Rule.cents(resources), "ceilingCents",
                Rule.cents(ceiling.amount()), "parameter", Codes.of(ceiling.reference().name()), "reference",
                ceiling.reference().value().toPlainString(), "factor", rule.factor().toPlainString(), "weight",
                ceiling.weight(), "weightKind", rule.basis().name(), "parameterSource", ceiling.reference().source(),
                "referenceMonths", rule.referenceMonths().map(String::valueOf).orElse(""));
        if (ceiling.amount().isAtLeast(resources)) {
            return Outcome.pass(CEILING, figures, rule.source());
        }
        return rule.assumption()
                ? Outcome.needsHuman(CEILING, "above-assumed-ceiling", figures, rule.source())
                : Outcome.fail(CEILING, "above-ceiling", figures, rule.source());
    }

    private static void overIndebtedness(Case c, Collector found) {
        Clause<OverIndebted> clause = c.scheme().means().overIndebted();
        if (clause.stated().filter(rule -> rule == OverIndebted.ADMITTED).isEmpty()) {
            Rule.apply(clause, found, rule -> Outcome.passIf(!c.situation().overIndebted(), Outcome.OVER_INDEBTEDNESS,
                    Outcome.OVER_INDEBTEDNESS, Map.of(), clause.source()));
        }
    }

    /** Only whoever has a debt is asked about it. */
    private static void importantDebt(Case c, Collector found) {
        Clause<Boolean> clause = c.scheme().means().importantDebt();
        if (!clause.is(State.JUDGED)) {
            return;
        }
        Situation s = c.situation();
        boolean none = !s.existingDebt().isPositive() && !s.loanInstalments().isPositive();
        found.add(new Outcome(IMPORTANT_DEBT, none ? Outcome.Result.PASS : Outcome.Result.NEEDS_HUMAN,
                none ? "no-debt" : "to-be-judged", Map.of("existingDebtCents", Rule.cents(s.existingDebt()),
                        "loanInstalmentsCents", Rule.cents(s.loanInstalments())),
                clause.source()));
    }
}
