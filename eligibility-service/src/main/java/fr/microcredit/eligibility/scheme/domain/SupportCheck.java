package fr.microcredit.eligibility.scheme.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.AccompanimentClauses.Budget;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;

/** Whether what goes with the loan fits together: banks, guarantees, rebate, budget, other aids. */
final class SupportCheck {
    private final Scheme scheme;
    private final Faults faults;

    SupportCheck(Scheme scheme, Faults faults) {
        this.scheme = scheme;
        this.faults = faults;
    }

    void look() {
        shares();
        rebate();
        budget();
        banks();
        otherAids();
    }

    private void shares() {
        List<Guarantee> guarantees = scheme.support().guarantees().stated().orElse(List.of());
        BigDecimal total = guarantees.stream().map(Guarantee::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        faults.require(total.compareTo(BigDecimal.ONE) < 0, "/support/guarantees/value",
                "shares-leave-the-bank-nothing",
                total);
        faults.require(guarantees.stream().allMatch(each -> each.share().signum() > 0), "/support/guarantees/value",
                "share-of-nothing");
        faults.distinct(guarantees, Guarantee::guarantor, "/support/guarantees/value");
    }

    private void rebate() {
        scheme.support().rebate().stated().ifPresent(rebate -> faults.require(rebate.fraction().signum() > 0,
                "/support/rebate/value/fraction", "share-of-nothing"));
    }

    private void budget() {
        Optional<Budget> budget = scheme.accompaniment().budget().stated();
        budget.ifPresent(each -> faults.require(each.totalCents() == each.linesCents() + each.unallocatedCents(),
                "/accompaniment/budget/value/totalCents", "does-not-add-up",
                each.linesCents() + each.unallocatedCents()));
    }

    private void banks() {
        List<Bank> banks = scheme.support().banks().stated().orElse(List.of());
        faults.require(banks.stream().allMatch(bank -> bank.to().map(last -> !last.isBefore(bank.from())).orElse(true)),
                "/support/banks/value", "ends-before-it-begins");
        faults.distinct(banks, Bank::bankId, "/support/banks/value");
    }

    private void otherAids() {
        List<OtherAid> aids = scheme.accompaniment().otherAids().stated().orElse(List.of());
        faults.distinct(aids, OtherAid::aidId, "/accompaniment/otherAids/value");
    }
}
