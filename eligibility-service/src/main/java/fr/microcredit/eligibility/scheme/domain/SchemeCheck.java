package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.Policy;
import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.Budget;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.eligibility.scheme.domain.IncomeTest.Basis;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;

/** Whether the values of a scheme fit together. Its form was looked at before. */
public final class SchemeCheck {
    /** What every later step of a dossier builds on, and every other service is told. */
    private static final Set<String> ALWAYS_STATED = Set.of("decision/commission", "loan/minAmountCents",
            "loan/maxAmountCents", "loan/minTermMonths", "loan/maxTermMonths", "loan/borrowerRate", "loan/bankRate",
            "access/residence", "access/purposes", "access/grounds", "access/personCapCents", "support/banks",
            "support/reservationDays");
    private static final int COMMUNE_CODE_LENGTH = 5;
    private static final int DEPARTMENT_CODE_LENGTH = 2;
    private static final String OVERSEAS = "97";

    private final Scheme scheme;
    private final List<Finding> findings = new ArrayList<>();

    private SchemeCheck(Scheme scheme) {
        this.scheme = scheme;
    }

    /** Everything that is wrong; empty when the version could be applied once its open rules are closed. */
    public static List<Finding> of(Scheme scheme) {
        SchemeCheck check = new SchemeCheck(scheme);
        check.alwaysStated();
        check.validity();
        check.territory();
        check.ranges();
        check.rates();
        check.shares();
        check.rebate();
        check.incomeTest();
        check.purposes();
        check.budget();
        check.banks();
        check.otherAids();
        return List.copyOf(check.findings);
    }

    /** The open rules that keep the version from being published. */
    public static List<Finding> blocking(Scheme scheme) {
        return scheme.blockingRules().stream().map(rule -> Finding.at("/" + rule, "rule-open", rule)).toList();
    }

    private void require(boolean holds, String pointer, String code, Object... arguments) {
        if (!holds) {
            findings.add(Finding.at(pointer, code, arguments));
        }
    }

    private void alwaysStated() {
        scheme.clauses().forEach((rule, clause) -> require(
                clause.is(State.STATED) || clause.is(State.OPEN) || !ALWAYS_STATED.contains(rule), "/" + rule,
                "must-be-stated", rule));
    }

    private void validity() {
        require(scheme.validTo().map(last -> !last.isBefore(scheme.validFrom())).orElse(true), "/validTo",
                "ends-before-it-begins");
    }

    private void territory() {
        Territory territory = scheme.territory();
        boolean fits = territory.codes().isEmpty() == (territory.level() == Territory.Level.NATIONAL)
                && territory.codes().stream().allMatch(code -> fits(code, territory.level()));
        require(fits, "/territory/codes", "codes-do-not-fit-the-level", territory.level());
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
        require(!loan.exceptionalAmountCents().is(State.STATED), "/loan/exceptionalAmountCents", "must-be-judged");
        require(!loan.exceptionalTermMonths().is(State.STATED), "/loan/exceptionalTermMonths", "must-be-judged");
        require(!scheme.access().difficulty().is(State.STATED), "/access/difficulty", "must-be-judged");
        require(!scheme.means().importantDebt().is(State.STATED), "/means/importantDebt", "must-be-judged");
    }

    private <N extends Number> void inOrder(Clause<N> low, Clause<N> high, String pointer) {
        boolean holds = low.value().isEmpty() || high.value().isEmpty()
                || low.value().get().longValue() <= high.value().get().longValue();
        require(holds, pointer, "below-its-minimum", low.value().map(String::valueOf).orElse(""));
    }

    private void rates() {
        LoanClauses loan = scheme.loan();
        Optional<RateRange> range = loan.borrowerRate().stated();
        Optional<BigDecimal> bank = loan.bankRate().stated();
        range.ifPresent(rates -> require(rates.min().compareTo(rates.max()) <= 0, "/loan/borrowerRate/value/max",
                "below-its-minimum", rates.min()));
        if (range.isPresent() && bank.isPresent()) {
            require(range.get().max().compareTo(bank.get()) <= 0, "/loan/borrowerRate/value/max",
                    "above-the-bank-rate", bank.get());
            require(!scheme.isCheaperThanTheBank() || scheme.support().subsidy().is(State.STATED)
                    || scheme.support().subsidy().is(State.OPEN),
                    "/support/subsidy", "nobody-pays-the-difference");
        }
    }

    private void shares() {
        List<Guarantee> guarantees = scheme.support().guarantees().stated().orElse(List.of());
        BigDecimal total = guarantees.stream().map(Guarantee::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        require(total.compareTo(BigDecimal.ONE) < 0, "/support/guarantees/value", "shares-leave-the-bank-nothing",
                total);
        require(guarantees.stream().allMatch(each -> each.share().signum() > 0), "/support/guarantees/value",
                "share-of-nothing");
        distinct(guarantees, Guarantee::guarantor, "/support/guarantees/value");
    }

    private void rebate() {
        scheme.support().rebate().stated().ifPresent(rebate -> require(rebate.fraction().signum() > 0,
                "/support/rebate/value/fraction", "share-of-nothing"));
    }

    private void incomeTest() {
        List<IncomeTest.Period> periods = scheme.means().incomeTest().stated().map(IncomeTest::periods)
                .orElse(List.of());
        for (int index = 0; index < periods.size(); index++) {
            IncomeTest.Period period = periods.get(index);
            String pointer = "/means/incomeTest/value/periods/" + index;
            require(period.to().map(last -> !last.isBefore(period.from())).orElse(true), pointer + "/to",
                    "ends-before-it-begins");
            require(period.basis() != Basis.SMIC_NET_PER_UC || period.scale().isPresent(), pointer, "scale-missing");
            if (index > 0) {
                require(periods.get(index - 1).to().filter(last -> last.isBefore(period.from())).isPresent(),
                        pointer + "/from", "overlaps", index - 1);
            }
        }
    }

    private void purposes() {
        scheme.access().purposes().stated().ifPresent(rule -> {
            boolean closed = rule.policy() == Policy.CLOSED_LIST;
            require(closed != rule.admitted().isEmpty(), "/access/purposes/value/admitted",
                    closed ? "closed-list-is-empty" : "universal-has-a-list");
            require(rule.admitted().stream().noneMatch(each -> rule.excluded().contains(each.purpose())),
                    "/access/purposes/value/excluded", "admitted-and-excluded");
            distinct(rule.admitted(), AccessClauses.AdmittedPurpose::purpose, "/access/purposes/value/admitted");
        });
    }

    private void budget() {
        Optional<Budget> budget = scheme.accompaniment().budget().stated();
        budget.ifPresent(each -> require(each.totalCents() == each.linesCents() + each.unallocatedCents(),
                "/accompaniment/budget/value/totalCents", "does-not-add-up",
                each.linesCents() + each.unallocatedCents()));
    }

    private void banks() {
        List<Bank> banks = scheme.support().banks().stated().orElse(List.of());
        require(banks.stream().allMatch(bank -> bank.to().map(last -> !last.isBefore(bank.from())).orElse(true)),
                "/support/banks/value", "ends-before-it-begins");
        distinct(banks, Bank::bankId, "/support/banks/value");
    }

    private void otherAids() {
        List<OtherAid> aids = scheme.accompaniment().otherAids().stated().orElse(List.of());
        distinct(aids, OtherAid::aidId, "/accompaniment/otherAids/value");
    }

    private <T> void distinct(List<T> all, Function<T, String> name, String pointer) {
        require(all.stream().map(name).distinct().count() == all.size(), pointer, "named-twice");
    }
}
