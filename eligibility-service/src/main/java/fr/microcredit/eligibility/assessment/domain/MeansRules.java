package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;

/** Rules on what a household has, owes and has left. */
final class MeansRules {
    static final List<Rule> ALL = List.of(MeansRules::incomeCeiling, MeansRules::overIndebtedness,
            MeansRules::importantDebt, MeansRules::resteAVivre);
    private static final String CEILING = "income-ceiling";
    private static final String RESTE_A_VIVRE = "reste-a-vivre";

    private MeansRules() {
    }

    /**
     * Total resources against the household's ceiling, equality passes (domain.md 1.3 and A.3). A missing parameter or a
     * rule that is only assumed goes to a person.
     */
    private static Optional<Outcome> incomeCeiling(Case c) {
        return c.scheme().incomeCeiling().stream().filter(rule -> rule.holdsOn(c.wish().appliedOn())).findFirst()
                .flatMap(rule -> HouseholdCeiling.of(rule, c).map(ceiling -> compare(rule, ceiling, c))
                        .orElseGet(() -> Rule.outcome(CEILING, Result.NEEDS_HUMAN, "parameter-missing",
                                Map.of("parameter", HouseholdCeiling.parameterOf(rule), "day",
                                        c.wish().appliedOn().toString()),
                                rule.source())));
    }

    private static Optional<Outcome> compare(Scheme.IncomeCeiling rule, HouseholdCeiling ceiling, Case c) {
        Money resources = c.situation().resources();
        Map<String, String> figures = Map.of("resourcesCents", cents(resources), "ceilingCents",
                cents(ceiling.amount()),
                "reference", ceiling.reference(), "factor", rule.factor().toPlainString(), "weight", ceiling.weight());
        if (ceiling.amount().isAtLeast(resources)) {
            return Rule.outcome(CEILING, Result.PASS, "within", figures, rule.source());
        }
        return rule.assumption()
                ? Rule.outcome(CEILING, Result.NEEDS_HUMAN, "above-assumed-ceiling", figures, rule.source())
                : Rule.outcome(CEILING, Result.FAIL, "above-ceiling", figures, rule.source());
    }

    private static Optional<Outcome> overIndebtedness(Case c) {
        Scheme.DebtRules rule = c.scheme().debt();
        return rule.refuseOverIndebted()
                ? Rule.passIf(!c.situation().overIndebted(), Outcome.OVER_INDEBTEDNESS,
                        "over-indebted", Map.of(), rule.source())
                : Optional.empty();
    }

    /** No number says what important is: where there is any debt, a person judges. */
    private static Optional<Outcome> importantDebt(Case c) {
        Scheme.DebtRules rule = c.scheme().debt();
        if (!rule.importantDebtJudged()) {
            return Optional.empty();
        }
        boolean none = !c.situation().existingDebt().isPositive() && !c.situation().loanInstalments().isPositive();
        return Rule.outcome("important-debt", none ? Result.PASS : Result.NEEDS_HUMAN,
                none ? "no-debt" : "to-be-judged",
                Map.of("existingDebtCents", cents(c.situation().existingDebt()), "loanInstalmentsCents",
                        cents(c.situation().loanInstalments())),
                rule.source());
    }

    /** What is left after charges, existing loans and the largest instalment, for each head; equality passes (A.4). */
    private static Optional<Outcome> resteAVivre(Case c) {
        return c.scheme().resteAVivre().flatMap(rule -> largestInstalment(c).map(largest -> left(rule, largest, c))
                .orElseGet(
                        () -> Rule.outcome(RESTE_A_VIVRE, Result.FAIL, "cannot-be-spread", Map.of(), rule.source())));
    }

    private static Optional<Outcome> left(Scheme.ResteAVivre rule, Money largest, Case c) {
        Situation s = c.situation();
        Money left = s.resources().minus(s.charges()).minus(s.loanInstalments()).minus(largest);
        Money floor = Money.ofEuros(rule.perHead().toPlainString()).times(s.heads());
        return Rule.passIf(left.isAtLeast(floor), RESTE_A_VIVRE, "below-floor",
                Map.of("leftCents", cents(left), "floorCents", cents(floor), "heads", String.valueOf(s.heads()),
                        "largestInstalmentCents", cents(largest)),
                rule.source());
    }

    private static Optional<Money> largestInstalment(Case c) {
        try {
            return Optional.of(Schedule.constantInstalments(c.wish().amount(), c.wish().months(),
                    c.scheme().borrowerRate().highest()).largestPayment());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String cents(Money amount) {
        return String.valueOf(amount.cents());
    }
}
