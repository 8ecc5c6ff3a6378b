package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.money.Money;

/** Rules on what is asked for, and where. Both ends of every range are inside it. */
final class RequestRules {
    static final List<Rule> ALL = List.of(RequestRules::residence, RequestRules::amount, RequestRules::term,
            RequestRules::purpose, RequestRules::judgedPurpose, RequestRules::ground);

    private RequestRules() {
    }

    private static Optional<Outcome> residence(Case c) {
        String commune = c.situation().commune();
        return Rule.passIf(c.scheme().covers(commune), "residence", "outside-the-territory", Map.of("commune", commune),
                c.scheme().name());
    }

    private static Optional<Outcome> amount(Case c) {
        Scheme.Amounts limits = c.scheme().amount();
        Money asked = c.wish().amount();
        Money min = Money.ofEuros(limits.min().toPlainString());
        Money max = Money.ofEuros(limits.max().toPlainString());
        String failure = asked.isAtLeast(min) ? "above-maximum" : "below-minimum";
        return Rule.passIf(asked.isAtLeast(min) && max.isAtLeast(asked), "amount", failure,
                Map.of("askedCents", cents(asked), "minCents", cents(min), "maxCents", cents(max)), limits.source());
    }

    private static Optional<Outcome> term(Case c) {
        Scheme.Terms limits = c.scheme().term();
        int asked = c.wish().months();
        String failure = asked < limits.min() ? "below-minimum" : "above-maximum";
        return Rule.passIf(asked >= limits.min() && asked <= limits.max(), "term", failure,
                Map.of("askedMonths", String.valueOf(asked), "minMonths", String.valueOf(limits.min()), "maxMonths",
                        String.valueOf(limits.max())),
                limits.source());
    }

    private static Optional<Outcome> purpose(Case c) {
        Scheme.Purposes rule = c.scheme().purpose();
        String asked = c.wish().purpose();
        Map<String, String> figures = Map.of("purpose", asked);
        if (rule.excluded().contains(asked)) {
            return Rule.outcome("purpose", Result.FAIL, "excluded", figures, rule.source());
        }
        return Rule.passIf(rule.isUniversal() || admitted(c).isPresent(), "purpose", "not-on-the-list", figures,
                rule.source());
    }

    /** What only a person can judge, such as whether a vehicle is necessary for professional inclusion. */
    private static Optional<Outcome> judgedPurpose(Case c) {
        return admitted(c).flatMap(Scheme.AdmittedPurpose::judged).flatMap(condition -> Rule.outcome(condition,
                Result.NEEDS_HUMAN, "to-be-judged", Map.of(), c.scheme().purpose().source()));
    }

    private static Optional<Scheme.AdmittedPurpose> admitted(Case c) {
        return c.scheme().purpose().admitted().stream()
                .filter(admitted -> admitted.purpose().equals(c.wish().purpose())).findFirst();
    }

    private static Optional<Outcome> ground(Case c) {
        Scheme.Grounds rule = c.scheme().ground();
        return Rule.passIf(rule.accepted().contains(c.wish().ground()), "ground", "not-accepted",
                Map.of("ground", c.wish().ground()), rule.source());
    }

    private static String cents(Money amount) {
        return String.valueOf(amount.cents());
    }
}
