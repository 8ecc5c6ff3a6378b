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
 * From the eighth day after the signature money may have gone out without having been reported (L312-25): then the bank says.
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
        return switch (file.state()) {
            case DISBURSED -> stands(file, on)
                    ? new Accepted<>(file.withdrawn(Status.DISBURSED, on, file.lastOn()), List.of())
                    : new Accepted<>(file, List.of(declined(file, FileEvent.Declined.TOO_LATE)));
            case CONTRACTED -> file.contract().orElseThrow().mayBePaidOutBy(on)
                    ? new Accepted<>(file.withdrawn(Status.CONTRACTED, on, file.lastOn()), List.of())
                    : withdrawn(file, on, on, Optional.empty());
            default -> withdrawn(file, on, on, Optional.empty());
        };
    }

    /** The bank has paid nothing out on the contract from which the borrower has withdrawn: it is over. */
    public static Decision<BankFile, FileEvent> confirm(BankFile file, LocalDate on) {
        if (!file.awaitsConfirmation()) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        LocalDate asked = file.withdrawnOn().orElseThrow();
        return on.isBefore(asked)
                ? Decision.refused(Reason.invalid("/confirmedOn", "before-the-withdrawal", asked))
                : withdrawn(file, asked, on, Optional.empty());
    }

    /**
     * The bank reports a pay-out. Where the borrower had withdrawn from the contract and the bank had not heard of it, the
     * withdrawal stands if it was first, or if it is within the law's days; otherwise it came too late and the loan goes on.
     *
     * @param paid the file, paid out
     * @param on   day of the pay-out
     */
    static Decision<BankFile, FileEvent> afterPayOut(BankFile paid, FileEvent told, LocalDate on) {
        return paid.withdrawnOn().map(asked -> stands(paid, asked)).orElse(true)
                ? Decision.accepted(paid, told)
                : Decision.accepted(paid.goingOn(on), List.of(told, declined(paid, FileEvent.Declined.TOO_LATE)));
    }

    /** It was first, or it is within the law's days; whichever of both was heard of first. */
    private static boolean stands(BankFile paid, LocalDate asked) {
        Contract contract = paid.contract().orElseThrow();
        return contract.paidOutOn().filter(asked::isBefore).isPresent()
                || !asked.isAfter(WithdrawalLaw.lastDay(contract.signedOn()));
    }

    private static FileEvent declined(BankFile file, FileEvent.Declined why) {
        return new FileEvent.WithdrawalDeclined(file.request().revision(), why);
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
                ? Decision.accepted(file.goingOn(on), declined(file, FileEvent.Declined.NOT_REPAID))
                : Decision.refused(Reason.invalid("/effectiveOn", "still-to-be-repaid", lastDay));
    }

    private static Accepted<BankFile, FileEvent> withdrawn(BankFile file, LocalDate asked, LocalDate on,
            Optional<FileEvent.Withdrawn.Repaid> repaid) {
        return new Accepted<>(file.withdrawn(Status.WITHDRAWN, asked, on),
                List.of(new FileEvent.Withdrawn(file.request().revision(), file.round().number(), repaid)));
    }
}
