package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.Policy;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;

/** Whether the values of a scheme fit together. Its form was looked at before. */
public final class SchemeCheck {
    /** What every later step of a dossier builds on, and every other service is told. */
    private static final Set<String> ALWAYS_STATED = Set.of("decision/commission", "loan/minAmountCents",
            "loan/maxAmountCents", "loan/minTermMonths", "loan/maxTermMonths", "loan/borrowerRate", "loan/bankRate",
            "access/residence", "access/purposes", "access/grounds", "access/personCapCents", "support/banks",
            "support/reservationDays");
    private static final Set<String> PLATFORM = Set.of("decision/concertation", "decision/waiver",
            "decision/approvalDays", "support/reservationDays");
    private static final int COMMUNE_CODE_LENGTH = 5;
    private static final int DEPARTMENT_CODE_LENGTH = 2;
    private static final String OVERSEAS = "97";

    private final Scheme scheme;
    private final Faults faults = new Faults();

    private SchemeCheck(Scheme scheme) {
        this.scheme = scheme;
    }

    /** Everything that is wrong; empty when the version could be applied once its open rules are closed. */
    public static List<Finding> of(Scheme scheme) {
        SchemeCheck check = new SchemeCheck(scheme);
        check.alwaysStated();
        check.platform();
        check.validity();
        check.territory();
        check.ranges();
        check.rates();
        check.incomeTest();
        check.purposes();
        new SupportCheck(scheme, check.faults).look();
        return check.faults.all();
    }

    /** The open rules that keep the version from being published. */
    public static List<Finding> blocking(Scheme scheme) {
        return scheme.blockingRules().stream().map(rule -> Finding.at("/" + rule, "rule-open", rule)).toList();
    }

    private void alwaysStated() {
        scheme.clauses().forEach((rule, clause) -> faults.require(
                clause.hasValue() || clause.is(State.OPEN) || !ALWAYS_STATED.contains(rule), "/" + rule,
                "must-be-stated", rule));
    }

    /** Only what runs the platform itself: nobody may pass a number of his own off as a territory's rule. */
    private void platform() {
        scheme.clauses().forEach((rule, clause) -> faults.require(
                !clause.is(State.PLATFORM) || PLATFORM.contains(rule), "/" + rule, "no-rule-of-the-platform", rule));
    }

    private void validity() {
        faults.require(scheme.validTo().map(last -> !last.isBefore(scheme.validFrom())).orElse(true), "/validTo",
                "ends-before-it-begins");
    }

    private void territory() {
        Territory territory = scheme.territory();
        boolean fits = territory.codes().isEmpty() == (territory.level() == Territory.Level.NATIONAL)
                && territory.codes().stream().allMatch(code -> fits(code, territory.level()));
        faults.require(fits, "/territory/codes", "codes-do-not-fit-the-level", territory.level());
    }

    /** Departments overseas have three characters. */
    private static boolean fits(String code, Territory.Level level) {
        int department = code.startsWith(OVERSEAS) ? DEPARTMENT_CODE_LENGTH + 1 : DEPARTMENT_CODE_LENGTH;
        return code.length() == (level == Territory.Level.COMMUNE ? COMMUNE_CODE_LENGTH : department);
    }

    private void ranges() {
        LoanClauses loan = scheme.loan();
        inOrder(loan.minAmountCents(), loan.maxAmountCents(), "/loan/maxAmountCents/value");
        inOrder(loan.minTermMonths(), loan.maxTermMonths(), "/loan/maxTermMonths/value");
        inOrder(loan.maxAmountCents(), loan.exceptionalAmountCents(), "/loan/exceptionalAmountCents/value");
        inOrder(loan.maxTermMonths(), loan.exceptionalTermMonths(), "/loan/exceptionalTermMonths/value");
        faults.require(!loan.exceptionalAmountCents().hasValue(), "/loan/exceptionalAmountCents",
                "must-be-judged");
        faults.require(!loan.exceptionalTermMonths().hasValue(), "/loan/exceptionalTermMonths", "must-be-judged");
        faults.require(!scheme.access().difficulty().hasValue(), "/access/difficulty", "must-be-judged");
        faults.require(!scheme.means().importantDebt().hasValue(), "/means/importantDebt", "must-be-judged");
    }

    private <N extends Number> void inOrder(Clause<N> low, Clause<N> high, String pointer) {
        boolean holds = low.value().isEmpty() || high.value().isEmpty()
                || low.value().get().longValue() <= high.value().get().longValue();
        faults.require(holds, pointer, "below-its-minimum", low.value().map(String::valueOf).orElse(""));
    }

    private void rates() {
        LoanClauses loan = scheme.loan();
        Optional<RateRange> range = loan.borrowerRate().stated();
        Optional<BigDecimal> bank = loan.bankRate().stated();
        range.ifPresent(rates -> faults.require(rates.min().compareTo(rates.max()) <= 0, "/loan/borrowerRate/value/max",
                "below-its-minimum", rates.min()));
        if (range.isPresent() && bank.isPresent()) {
            faults.require(range.get().max().compareTo(bank.get()) <= 0, "/loan/borrowerRate/value/max",
                    "above-the-bank-rate", bank.get());
            faults.require(!scheme.isCheaperThanTheBank() || scheme.support().subsidy().hasValue()
                    || scheme.support().subsidy().is(State.OPEN),
                    "/support/subsidy", "nobody-pays-the-difference");
        }
    }

    private void incomeTest() {
        List<IncomeTest.Period> periods = scheme.means().incomeTest().stated().map(IncomeTest::periods)
                .orElse(List.of());
        for (int index = 0; index < periods.size(); index++) {
            IncomeTest.Period period = periods.get(index);
            String pointer = "/means/incomeTest/value/periods/" + index;
            faults.require(period.to().map(last -> !last.isBefore(period.from())).orElse(true), pointer + "/to",
                    "ends-before-it-begins");
            faults.require(period.basis() != Basis.SMIC_NET_PER_UC || period.scale().isPresent(), pointer,
                    "scale-missing");
            if (index > 0) {
                faults.require(periods.get(index - 1).to().filter(last -> last.isBefore(period.from())).isPresent(),
                        pointer + "/from", "overlaps", index - 1);
            }
        }
    }

    private void purposes() {
        scheme.access().purposes().stated().ifPresent(rule -> {
            boolean closed = rule.policy() == Policy.CLOSED_LIST;
            faults.require(closed != rule.admitted().isEmpty(), "/access/purposes/value/admitted",
                    closed ? "closed-list-is-empty" : "universal-has-a-list");
            faults.require(rule.admitted().stream().noneMatch(each -> rule.excluded().contains(each.purpose())),
                    "/access/purposes/value/excluded", "admitted-and-excluded");
            faults.distinct(rule.admitted(), AccessClauses.AdmittedPurpose::purpose, "/access/purposes/value/admitted");
        });
    }
}
