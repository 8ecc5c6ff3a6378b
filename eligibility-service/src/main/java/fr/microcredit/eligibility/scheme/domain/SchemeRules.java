package fr.microcredit.eligibility.scheme.domain;

import java.util.List;
import java.util.function.Function;

/** Every rule a scheme has, by its place in the file. */
final class SchemeRules {
    static final List<Rule> ALL = List.of(new Rule("decision/commission", s -> s.decision().commission()),
            new Rule("decision/approvalDays", s -> s.decision().approvalDays()),
            new Rule("decision/concertation", s -> s.decision().concertation()),
            new Rule("decision/waiver", s -> s.decision().waiver()),
            new Rule("decision/override", s -> s.decision().override()),
            new Rule("loan/minAmountCents", s -> s.loan().minAmountCents()),
            new Rule("loan/maxAmountCents", s -> s.loan().maxAmountCents()),
            new Rule("loan/exceptionalAmountCents", s -> s.loan().exceptionalAmountCents()),
            new Rule("loan/minTermMonths", s -> s.loan().minTermMonths()),
            new Rule("loan/maxTermMonths", s -> s.loan().maxTermMonths()),
            new Rule("loan/exceptionalTermMonths", s -> s.loan().exceptionalTermMonths()),
            new Rule("loan/borrowerRate", s -> s.loan().borrowerRate()),
            new Rule("loan/bankRate", s -> s.loan().bankRate()),
            new Rule("loan/feesCents", s -> s.loan().feesCents()),
            new Rule("loan/personalGuarantor", s -> s.loan().personalGuarantor()),
            new Rule("means/incomeTest", s -> s.means().incomeTest()),
            new Rule("means/resteAVivrePerHeadCents", s -> s.means().resteAVivrePerHeadCents()),
            new Rule("means/debtRatio", s -> s.means().debtRatio()),
            new Rule("means/overIndebted", s -> s.means().overIndebted()),
            new Rule("means/importantDebt", s -> s.means().importantDebt()),
            new Rule("access/residence", s -> s.access().residence()),
            new Rule("access/purposes", s -> s.access().purposes()),
            new Rule("access/grounds", s -> s.access().grounds()),
            new Rule("access/difficulty", s -> s.access().difficulty()),
            new Rule("access/personCapCents", s -> s.access().personCapCents()),
            new Rule("support/banks", s -> s.support().banks()),
            new Rule("support/guarantees", s -> s.support().guarantees()),
            new Rule("support/subsidy", s -> s.support().subsidy()),
            new Rule("support/rebate", s -> s.support().rebate()),
            new Rule("support/reservationDays", s -> s.support().reservationDays()),
            new Rule("accompaniment/followUp", s -> s.accompaniment().followUp()),
            new Rule("accompaniment/budget", s -> s.accompaniment().budget()),
            new Rule("accompaniment/otherAids", s -> s.accompaniment().otherAids()));

    private SchemeRules() {
    }

    /** A rule and where it stands. */
    record Rule(String name, Function<Scheme, Clause<?>> place) {
        Clause<?> of(Scheme scheme) {
            return place.apply(scheme);
        }
    }
}
