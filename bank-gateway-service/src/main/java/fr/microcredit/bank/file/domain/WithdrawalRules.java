package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.loan.domain.Loan.Owed;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/**
 * A borrower may withdraw at any moment before the money is paid out, and then within the law's days after the signature;
 * what was paid out comes back with the interest of its days, and nothing else is owed (Code de la consommation, L312-26).
 */
public final class WithdrawalRules {
    /** After the withdrawal, to give back capital and interest (L312-26). */
    private static final int DAYS_TO_REPAY = 30;

    private WithdrawalRules() {
    }

    /** The office has told of it, for the day on which the borrower did it. */
    public static Accepted<BankFile, FileEvent> asked(BankFile file, LocalDate on) {
        if (file.state() == Status.WITHDRAWN || file.withdrawnOn().isPresent()) {
            return new Accepted<>(file, List.of());
        }
        if (file.state() != Status.DISBURSED) {
            return withdrawn(file, on, on, Optional.empty());
        }
        boolean inTime = !on.isAfter(WithdrawalLaw.lastDay(file.contract().orElseThrow().signedOn()));
        return inTime
                ? new Accepted<>(file.withdrawn(Status.DISBURSED, on, file.lastOn()), List.of())
                : new Accepted<>(file, List.of(new FileEvent.WithdrawalDeclined(file.request().revision(),
                        FileEvent.Declined.TOO_LATE)));
    }

    /**
     * Capital and interest have come back; the amount is that of the day.
     *
     * @param owed on that day; empty where nothing was paid out
     */
    public static Decision<BankFile, FileEvent> repaid(BankFile file, Optional<Owed> owed, Money amount,
            LocalDate on) {
        if (file.state() != Status.DISBURSED || file.withdrawnOn().isEmpty() || owed.isEmpty()) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        LocalDate asked = file.withdrawnOn().get();
        List<Reason> reasons = new ArrayList<>();
        if (on.isBefore(asked)) {
            reasons.add(Reason.invalid("/repaidOn", "before-the-withdrawal", asked));
        }
        if (on.isBefore(owed.get().since())) {
            reasons.add(Reason.invalid("/repaidOn", "before-an-older-payment", owed.get().since()));
        }
        if (!amount.equals(owed.get().sum())) {
            reasons.add(Reason.invalid("/amountCents", "not-what-is-owed", owed.get().sum().cents()));
        }
        return Decision.unless(reasons, () -> withdrawn(file, asked, on,
                Optional.of(new FileEvent.Withdrawn.Repaid(owed.get().principal(), owed.get().interest()))));
    }

    /**
     * The money has not come back: the bank says so once the borrower's thirty days are over (L312-26), and the loan goes on,
     * or has been repaid as one meanwhile.
     */
    public static Decision<BankFile, FileEvent> lapse(BankFile file, LocalDate on) {
        if (file.state() != Status.DISBURSED || file.withdrawnOn().isEmpty()) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        LocalDate lastDay = file.withdrawnOn().get().plusDays(DAYS_TO_REPAY);
        return on.isAfter(lastDay)
                ? Decision.accepted(file.goingOn(on), new FileEvent.WithdrawalDeclined(file.request().revision(),
                        FileEvent.Declined.NOT_REPAID))
                : Decision.refused(Reason.invalid("/effectiveOn", "still-to-be-repaid", lastDay));
    }

    private static Accepted<BankFile, FileEvent> withdrawn(BankFile file, LocalDate asked, LocalDate on,
            Optional<FileEvent.Withdrawn.Repaid> repaid) {
        return new Accepted<>(file.withdrawn(Status.WITHDRAWN, asked, on),
                List.of(new FileEvent.Withdrawn(file.request().revision(), file.round().number(), repaid)));
    }
}
