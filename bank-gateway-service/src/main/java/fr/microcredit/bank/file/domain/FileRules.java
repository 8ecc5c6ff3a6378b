package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileEvent.Verdict;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;

/** What a bank may do with a file and when, and what others' reports make of it. */
public final class FileRules {
    /** A first instalment further away is a typing error. */
    private static final int FIRST_DUE_MONTHS_MAX = 6;
    private static final Reason WRONG_STAGE = Reason.conflict("file-stage");

    private FileRules() {
    }

    /** A bank's view and why. */
    public record View(boolean accepted, List<RefusalReason> reasons) {
        /** Who does not agree says why, each reason once; who accepts has nothing to say. */
        private List<Reason> faults() {
            if (accepted) {
                return reasons.isEmpty() ? List.of() : List.of(Reason.invalid("/reasons", "not-expected"));
            }
            if (reasons.isEmpty()) {
                return List.of(Reason.invalid("/reasons", "required"));
            }
            return Set.copyOf(reasons).size() == reasons.size()
                    ? List.of()
                    : List.of(Reason.invalid("/reasons", "named-twice"));
        }
    }

    /** A first view of the file, or a new one when guarantee or subsidy were declined. */
    public static Decision<BankFile, FileEvent> decide(BankFile file, View view, LocalDate on) {
        if (file.state() != Status.RECEIVED && !file.isToBeDecidedAgain()) {
            return Decision.refused(WRONG_STAGE);
        }
        if (file.awaitsOffice()) {
            return Decision.refused(Reason.conflict("office-asked"));
        }
        return Decision.unless(view.faults(), () -> {
            BankFile decided = file.decided(view.accepted() ? Status.ACCEPTED : Status.DISAGREED, on);
            return Decision.accepted(decided, new FileEvent.Decided(decided.request().revision(),
                    decided.round().number(), view.accepted() ? Verdict.ACCEPTED : Verdict.DISAGREED, view.reasons(),
                    view.accepted() ? decided.terms().envelope() : Optional.empty(), decided.terms().document()));
        });
    }

    /** The bank's last word; a refusal after the public side's agreement needs the meeting first (domain.md A.5). */
    public static Decision<BankFile, FileEvent> finalise(BankFile file, View view, LocalDate on) {
        if (file.state() != Status.DISAGREED) {
            return Decision.refused(WRONG_STAGE);
        }
        if (!file.awaitsFinalDecision()) {
            return Decision.refused(Reason.conflict("meeting-required"));
        }
        return Decision.unless(view.faults(), () -> {
            BankFile decided = file.decided(view.accepted() ? Status.ACCEPTED : Status.REFUSED, on);
            return Decision.accepted(decided, new FileEvent.Finalised(decided.request().revision(),
                    decided.round().number(), view.accepted() ? Verdict.ACCEPTED : Verdict.REFUSED, view.reasons(),
                    view.accepted() ? decided.terms().envelope() : Optional.empty(), decided.terms().document()));
        });
    }

    /** Only once guarantee and subsidy have answered well. */
    public static Decision<BankFile, FileEvent> contract(BankFile file, Contract signing) {
        LocalDate firstDueOn = signing.firstDueOn();
        LocalDate signedOn = signing.signedOn();
        if (file.state() != Status.ACCEPTED) {
            return Decision.refused(WRONG_STAGE);
        }
        List<Reason> reasons = new ArrayList<>(missingAnswers(file));
        LocalDate earliestPayOut = signing.earliestPayOut();
        if (!firstDueOn.isAfter(earliestPayOut)) {
            reasons.add(Reason.invalid("/firstDueOn", "before-any-disbursement", earliestPayOut.plusDays(1)));
        }
        if (firstDueOn.isAfter(signedOn.plusMonths(FIRST_DUE_MONTHS_MAX))) {
            reasons.add(Reason.invalid("/firstDueOn", "too-far-away", FIRST_DUE_MONTHS_MAX));
        }
        return Decision.unless(reasons, () -> {
            BankFile signed = file.signed(signing);
            return Decision.accepted(signed, new FileEvent.Contracted(signed.request().revision(),
                    signed.round().number(), signed.terms().amount(), signed.terms().frozen().termMonths(),
                    signed.terms().frozen().borrowerRate(), firstDueOn));
        });
    }

    /**
     * No money in the seven days after the signature, and none once an instalment is due. What went out on a contract from
     * which the borrower has withdrawn meanwhile is reported whatever was promised, for it is out; {@link WithdrawalRules} say
     * what becomes of it.
     */
    public static Decision<BankFile, FileEvent> disburse(BankFile file, LocalDate on) {
        if (file.state() != Status.CONTRACTED) {
            return Decision.refused(WRONG_STAGE);
        }
        Contract contract = file.contract().orElseThrow();
        List<Reason> reasons = new ArrayList<>(file.awaitsConfirmation() ? List.of() : missingAnswers(file));
        reasons.addAll(AgreementRules.missing(contract));
        if (!contract.mayBePaidOutBy(on)) {
            reasons.add(Reason.invalid("/disbursedOn", "too-early"));
        }
        if (!on.isBefore(contract.firstDueOn())) {
            reasons.add(Reason.invalid("/disbursedOn", "after-first-due-date"));
        }
        return Decision.unless(reasons, () -> {
            BankFile paid = AgreementRules.byPayOut(file, contract, on).paidOut(on);
            FileEvent told = new FileEvent.Disbursed(paid.request().revision(), paid.round().number(),
                    paid.terms().document(), table(paid), Optional.empty());
            return WithdrawalRules.afterPayOut(paid, told, on);
        });
    }

    /** What borrower and bank have agreed on, of a file with its contract. */
    public static InstalmentTable table(BankFile file) {
        FileTerms.Frozen terms = file.terms().frozen();
        return InstalmentTable.first(terms.amount(), terms.termMonths(), terms.borrowerRate(), terms.bankRate(),
                file.contract().orElseThrow().firstDueOn());
    }

    private static List<Reason> missingAnswers(BankFile file) {
        if (file.round().isLost()) {
            return List.of(Reason.conflict("guarantee-declined"));
        }
        return file.round().isAnswered() ? List.of() : List.of(Reason.conflict("guarantee-pending"));
    }

    /** The file as it comes, or as it comes again with a changed request. */
    public static BankFile received(Optional<BankFile> known, BankFile arriving) {
        return known.map(file -> arriving.request().revision() > file.request().revision()
                ? file.changed(arriving)
                : file).orElse(arriving);
    }

    /** A meeting about an earlier disagreement says nothing of this one. */
    public static BankFile met(BankFile file, Meeting meeting) {
        return meeting.round() == file.round().number() ? file.after(meeting) : file;
    }

    /** What the office has seen to be met; it is no step of the file, so that the bank's own dates are not moved. */
    public static BankFile fulfilled(BankFile file, List<Condition> all) {
        return file.fulfilling(all);
    }

    /**
     * An answer to an earlier round says nothing any more. After the loan is paid out only those count that come to what had run
     * out before it was reported.
     */
    public static BankFile guarantors(BankFile file, Reply reply) {
        return isAnswer(file, reply)
                ? file.answered(file.round().guaranteed(reply.answer(),
                        lost(reply, Shortfall.Of.GUARANTEE, file.terms().amount())))
                : file;
    }

    public static BankFile envelope(BankFile file, Reply reply) {
        return isAnswer(file, reply)
                ? file.answered(file.round().subsidised(reply.answer(),
                        lost(reply, Shortfall.Of.SUBSIDY, file.terms().envelope().orElse(Money.ZERO))))
                : file;
    }

    private static List<Shortfall> lost(Reply reply, Shortfall.Of what, Money asked) {
        return reply.answer() == Answer.EXPIRED
                ? List.of(new Shortfall(what, Shortfall.EXPIRED, Optional.empty(), asked))
                : reply.lost();
    }

    private static boolean isAnswer(BankFile file, Reply reply) {
        boolean ofThisRound = reply.round() == file.round().number();
        return file.state() == Status.DISBURSED
                ? ofThisRound && file.round().isLost() && reply.answer() != Answer.EXPIRED
                : ofThisRound;
    }
}
