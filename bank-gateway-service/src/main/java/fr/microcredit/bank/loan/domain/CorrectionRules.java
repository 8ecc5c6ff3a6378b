package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.loan.domain.Report.Kind;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** A slip of the bank is answered by a line that cites it, and counts no more; nothing is taken out of the journal. */
public final class CorrectionRules {
    private CorrectionRules() {
    }

    /** What was corrected by mistake is reported anew, not corrected back. */
    public static Decision<Loan, LoanEvent> correct(Loan loan, int line, LocalDate on) {
        Optional<Report> wrong = loan.reports().stream().filter(each -> each.line() == line).findFirst();
        if (wrong.isEmpty()) {
            return Decision.refused(Reason.unknown());
        }
        if (isCorrected(loan, line)) {
            return Decision.unchanged(loan);
        }
        return LoanRules.running(loan, state -> Decision.unless(faults(loan, wrong.get(), on),
                () -> LoanRules.told(loan, Report.correction(on, line), news -> news.ofCorrection(wrong.get()))));
    }

    private static boolean isCorrected(Loan loan, int line) {
        return loan.reports().stream()
                .anyMatch(each -> each.kind() == Kind.CORRECTION && each.number().orElseThrow() == line);
    }

    private static List<Reason> faults(Loan loan, Report wrong, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        if (wrong.kind() == Kind.CORRECTION) {
            reasons.add(Reason.conflict("correction-of-a-correction"));
        }
        loan.reports().stream().map(Report::on).filter(on::isBefore).max(LocalDate::compareTo)
                .ifPresent(later -> reasons.add(Reason.invalid("/correctedOn", "before-the-newest-report", later)));
        loan.standing().stream().filter(each -> each.changesTheAgreement() && each.line() != wrong.line()
                && !each.on().isBefore(wrong.on())).findFirst()
                .ifPresent(later -> reasons.add(Reason.conflict("before-another-agreement", later.on())));
        if (loan.with(Report.correction(on, wrong.line())).state().money().overpaid().isNegative()) {
            reasons.add(Reason.conflict("returned-already"));
        }
        return reasons;
    }
}
