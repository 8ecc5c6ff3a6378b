package fr.microcredit.eligibility.directory.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.eligibility.directory.domain.Convention.Duty;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.domain.Reason;

/** Rate and shares of a convention against what makes sense and against its scheme. */
final class ConventionValues {
    private static final String SHARES = "/convention/guarantees";

    private ConventionValues() {
    }

    static List<Reason> check(Convention convention, List<Scheme> schemes) {
        List<Reason> faults = new ArrayList<>();
        shares(convention, faults);
        if (convention.reporting().stream().map(Duty::report).distinct().count() < convention.reporting().size()) {
            faults.add(Reason.invalid("/convention/reporting", "named-twice"));
        }
        if (convention.guaranteeCall().isPresent() && convention.guarantees().isPresent()
                && convention.shares().orElse(List.of()).isEmpty()) {
            faults.add(Reason.invalid("/convention/guaranteeCall", "nobody-to-call"));
        }
        convention.bankRate().ifPresent(rate -> schemes.stream()
                .filter(each -> each.schemeId().equals(convention.schemeId()))
                .flatMap(each -> each.loan().borrowerRate().stated().stream())
                .filter(range -> range.max().compareTo(rate.percent()) > 0).findFirst()
                .ifPresent(range -> faults.add(Reason.invalid("/convention/bankRate", "below-the-borrower-rate",
                        range.max().toPlainString()))));
        return faults;
    }

    /** The bank always keeps a part (domain.md A.9). */
    private static void shares(Convention convention, List<Reason> faults) {
        List<Guarantee> all = convention.shares().orElse(List.of());
        if (convention.sharesTogether().compareTo(BigDecimal.ONE) >= 0) {
            faults.add(Reason.invalid(SHARES, "shares-leave-the-bank-nothing",
                    convention.sharesTogether().toPlainString()));
        }
        if (all.stream().anyMatch(each -> each.share().signum() <= 0)) {
            faults.add(Reason.invalid(SHARES, "share-of-nothing"));
        }
        if (all.stream().map(Guarantee::guarantor).distinct().count() < all.size()) {
            faults.add(Reason.invalid(SHARES, "named-twice"));
        }
        if (convention.guarantees().isPresent() && all.isEmpty() && !convention.loanWithoutGuarantee()) {
            faults.add(Reason.invalid(SHARES, "nobody-guarantees"));
        }
    }
}
