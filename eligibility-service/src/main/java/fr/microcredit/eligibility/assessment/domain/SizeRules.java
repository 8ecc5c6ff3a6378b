package fr.microcredit.eligibility.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.LoanClauses;
import fr.microcredit.kit.money.Money;

/** Rules on how much and for how long; another amount or term may change what they say. */
final class SizeRules {
    static final List<Rule> ALL = List.of(SizeRules::amount, SizeRules::term, SizeRules::debtRatio,
            SizeRules::resteAVivre, SizeRules::personCap, UsuryRule::look);
    private static final String DEBT_RATIO = "debt-ratio";
    private static final String RESTE_A_VIVRE = "reste-a-vivre";

    private SizeRules() {
    }

    private static void amount(Case c, Collector found) {
        LoanClauses loan = c.scheme().loan();
        new Range<>("amount", "Cents", loan.minAmountCents(), loan.maxAmountCents(), loan.exceptionalAmountCents())
                .look(c.wish().amount().cents()).ifPresent(found::add);
    }

    private static void term(Case c, Collector found) {
        LoanClauses loan = c.scheme().loan();
        new Range<>("term", "Months", loan.minTermMonths(), loan.maxTermMonths(), loan.exceptionalTermMonths())
                .look(c.wish().months()).ifPresent(found::add);
    }

    /** Both ends are inside; beyond the upper one a person may judge an exception, as far as the scheme allows it. */
    private record Range<N extends Number>(String rule, String unit, Clause<N> min, Clause<N> max,
            Clause<N> exceptional) {
        Optional<Outcome> look(long asked) {
            Optional<Long> least = min.stated().map(Number::longValue);
            Optional<Long> most = max.stated().map(Number::longValue);
            if (least.isPresent() && asked < least.get()) {
                return Optional.of(Outcome.fail(rule, "below-minimum", figures(asked), min.source()));
            }
            if (most.isPresent() && asked > most.get()) {
                return Optional.of(beyond(asked));
            }
            return least.isPresent() && most.isPresent()
                    ? Optional.of(Outcome.pass(rule, figures(asked), max.source()))
                    : Optional.empty();
        }

        private Outcome beyond(long asked) {
            boolean judged = exceptional.is(State.JUDGED)
                    && exceptional.value().map(limit -> asked <= limit.longValue()).orElse(false);
            return judged
                    ? Outcome.needsHuman(rule, "exceptional", figures(asked), exceptional.source())
                    : Outcome.fail(rule, "above-maximum", figures(asked), max.source());
        }

        private Map<String, String> figures(long asked) {
            String unknown = "";
            return Map.of("asked" + unit, String.valueOf(asked), "min" + unit,
                    min.stated().map(String::valueOf).orElse(unknown), "max" + unit,
                    max.stated().map(String::valueOf).orElse(unknown));
        }
    }

    /** All instalments against the resources of a month; equality passes. */
    private static void debtRatio(Case c, Collector found) {
        Clause<BigDecimal> clause = c.scheme().means().debtRatio();
        Rule.apply(clause, found, ratio -> c.schedule().map(schedule -> {
            Money instalments = c.situation().loanInstalments().plus(schedule.largestPayment());
            Money most = c.situation().resources().times(ratio, RoundingMode.FLOOR);
            return Outcome.passIf(most.isAtLeast(instalments), DEBT_RATIO, "above-ratio",
                    Map.of("instalmentsCents", Rule.cents(instalments), "mostCents", Rule.cents(most), "ratio",
                            ratio.toPlainString()),
                    clause.source());
        }).orElseGet(() -> withoutSchedule(DEBT_RATIO, c, clause)));
    }

    /** What is left after charges, existing loans and the largest instalment, for each head; equality passes (A.4). */
    private static void resteAVivre(Case c, Collector found) {
        Clause<Long> clause = c.scheme().means().resteAVivrePerHeadCents();
        Rule.apply(clause, found, perHead -> c.schedule()
                .map(schedule -> left(Money.ofCents(perHead), schedule.largestPayment(), c, clause.source()))
                .orElseGet(() -> withoutSchedule(RESTE_A_VIVRE, c, clause)));
    }

    private static Outcome left(Money perHead, Money largest, Case c, String source) {
        Situation s = c.situation();
        Money left = LeftToLive.of(c).before().minus(largest);
        Money floor = perHead.times(s.heads());
        return Outcome.passIf(left.isAtLeast(floor), RESTE_A_VIVRE, "below-floor",
                Map.of("resourcesCents", Rule.cents(s.resources()), "chargesCents", Rule.cents(s.charges()),
                        "loanInstalmentsCents", Rule.cents(s.loanInstalments()), "largestInstalmentCents",
                        Rule.cents(largest), "leftCents", Rule.cents(left), "floorCents", Rule.cents(floor),
                        "perHeadCents", Rule.cents(perHead), "heads", String.valueOf(s.heads())),
                source);
    }

    private static Outcome withoutSchedule(String rule, Case c, Clause<?> clause) {
        return c.scheme().loan().borrowerRate().stated().isPresent()
                ? Outcome.fail(rule, "cannot-be-spread", Map.of(), clause.source())
                : Outcome.needsHuman(rule, "rate-open", Map.of(), clause.source());
    }

    /** Advice: the binding look is taken when a bank accepts. A match goes to a person, for names resemble (A.11). */
    private static void personCap(Case c, Collector found) {
        Clause<Long> clause = c.scheme().access().personCapCents();
        Rule.apply(clause, found, cap -> {
            Money together = c.otherExposure().plus(c.wish().amount());
            Map<String, String> figures = Map.of("otherCents", Rule.cents(c.otherExposure()), "togetherCents",
                    Rule.cents(together), "capCents", String.valueOf(cap));
            return Money.ofCents(cap).isAtLeast(together)
                    ? Outcome.pass(Outcome.PERSON_CAP, figures, clause.source())
                    : Outcome.needsHuman(Outcome.PERSON_CAP, "above-cap", figures, clause.source());
        });
    }
}
