package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.file.domain.BankFile.Answer;
import fr.microcredit.bank.file.domain.BankFile.Contract;
import fr.microcredit.bank.file.domain.BankFile.Meeting;
import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileDecision.Refusal;

/** What a bank may do with a file and when, and what others' reports make of it. */
public final class Handling {
    /** No payment in the seven days after acceptance; the earliest is the eighth day (L312-25). */
    private static final int DAYS_WITHOUT_PAYMENT = 7;
    /** A first instalment further away is a typing error. */
    private static final int FIRST_DUE_MONTHS_MAX = 6;

    private Handling() {
    }

    /** A first view of the file, or a new one when guarantee or subsidy were declined. */
    public static FileDecision decide(BankFile file, boolean accepted, List<String> reasons, LocalDate on) {
        if (file.status() != Status.RECEIVED && !file.isToBeDecidedAgain()) {
            return FileDecision.refused(Refusal.WRONG_STAGE);
        }
        BankFile decided = file.decided(accepted ? Status.ACCEPTED : Status.DISAGREED, file.round() + 1, on);
        return new FileDecision.Accepted(decided, new FileEvent.Decided(decided, accepted, reasons, on));
    }

    /** The bank's last word; a refusal after the public side's agreement needs the meeting first (domain.md A.5). */
    public static FileDecision finalise(BankFile file, boolean accepted, List<String> reasons, LocalDate on) {
        if (file.status() != Status.DISAGREED) {
            return FileDecision.refused(Refusal.WRONG_STAGE);
        }
        if (!file.awaitsFinalDecision()) {
            return FileDecision.refused(Refusal.MEETING_REQUIRED);
        }
        BankFile decided = file.decided(accepted ? Status.ACCEPTED : Status.REFUSED, file.round() + 1, on);
        return new FileDecision.Accepted(decided, new FileEvent.Finalised(decided, accepted, reasons, on));
    }

    /** Only once guarantee and subsidy have answered well. */
    public static FileDecision contract(BankFile file, Contract contract) {
        if (file.status() != Status.ACCEPTED) {
            return FileDecision.refused(Refusal.WRONG_STAGE);
        }
        Optional<Refusal> missing = missingAnswer(file);
        if (missing.isPresent()) {
            return FileDecision.refused(missing.get());
        }
        LocalDate signedOn = contract.signedOn();
        if (!contract.firstDueOn().isAfter(signedOn)
                || contract.firstDueOn().isAfter(signedOn.plusMonths(FIRST_DUE_MONTHS_MAX))) {
            return FileDecision.refused(Refusal.DATES_OUT_OF_ORDER);
        }
        BankFile signed = file.signed(contract);
        return new FileDecision.Accepted(signed, new FileEvent.Contracted(signed, contract.signedOn()));
    }

    public static FileDecision disburse(BankFile file, LocalDate on) {
        if (file.status() != Status.CONTRACTED) {
            return FileDecision.refused(Refusal.WRONG_STAGE);
        }
        Contract contract = file.contract().orElseThrow();
        if (!on.isAfter(contract.signedOn().plusDays(DAYS_WITHOUT_PAYMENT))) {
            return FileDecision.refused(Refusal.TOO_EARLY);
        }
        if (!on.isBefore(contract.firstDueOn())) {
            return FileDecision.refused(Refusal.DATES_OUT_OF_ORDER);
        }
        Optional<Refusal> missing = missingAnswer(file);
        if (missing.isPresent()) {
            return FileDecision.refused(missing.get());
        }
        BankFile paid = file.paidOut();
        return new FileDecision.Accepted(paid, new FileEvent.Disbursed(paid, on));
    }

    private static Optional<Refusal> missingAnswer(BankFile file) {
        if (file.guarantee().isLost() || file.subsidy().isLost()) {
            return Optional.of(Refusal.GUARANTEE_DECLINED);
        }
        return file.isAnswered() ? Optional.empty() : Optional.of(Refusal.GUARANTEE_PENDING);
    }

    /** The file as it comes, or as it comes again with a changed request. */
    public static BankFile received(Optional<BankFile> known, BankFile arriving) {
        return known.map(file -> arriving.revision() > file.revision()
                ? file.changed(arriving.revision(), arriving.terms())
                : file).orElse(arriving);
    }

    /** A meeting about an earlier disagreement says nothing of this one. */
    public static BankFile met(BankFile file, Meeting meeting) {
        return meeting.round() == file.round() ? file.afterMeeting(meeting) : file;
    }

    /** An answer to an earlier round says nothing any more; after the loan is paid out none does. */
    public static BankFile guarantors(BankFile file, int round, Answer answer) {
        return answers(file, round) ? file.answered(answer, file.subsidy()) : file;
    }

    public static BankFile envelope(BankFile file, int round, Answer answer) {
        return answers(file, round) ? file.answered(file.guarantee(), answer) : file;
    }

    private static boolean answers(BankFile file, int round) {
        return round == file.round() && file.status() != Status.DISBURSED;
    }
}
