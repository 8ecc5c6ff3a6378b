package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;

/** The bank's last word to the borrower after the signature, and what its silence means ({@link AgreementLaw}). */
public final class AgreementRules {
    private AgreementRules() {
    }

    /**
     * The bank tells the borrower that it lends. Once the borrower has withdrawn it says only what it had told before, where it
     * cannot report without it what it had paid out.
     *
     * @param stillWanted whether the borrower wants the credit still; asked for once the law's days are over
     */
    public static Decision<BankFile, FileEvent> agree(BankFile file, boolean stillWanted, LocalDate on) {
        if (file.state() != Status.CONTRACTED) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        Contract contract = file.contract().orElseThrow();
        if (file.awaitsConfirmation() && missing(contract).isEmpty()) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        if (contract.agreedOn().isPresent()) {
            return Decision.unchanged(file);
        }
        if (!contract.awaitsAgreement()) {
            return Decision.refused(Reason.conflict("no-agreement-due"));
        }
        if (file.withdrawnOn().filter(on::isAfter).isPresent()) {
            return Decision.refused(Reason.invalid("/agreedOn", "after-the-withdrawal", file.withdrawnOn().get()));
        }
        return on.isAfter(contract.agreementUntil()) && !stillWanted
                ? Decision.refused(Reason.invalid("/stillWanted", "agreement-late", contract.agreementUntil()))
                : Decision.accepted(file.under(contract.agreed(on), on),
                        new FileEvent.Agreed(file.request().revision(), file.round().number()));
    }

    /**
     * The end of the last day on which its word was in time; empty where it has spoken, or need not. It is no step of the
     * file: what was told in time may be reported later, and what was paid out too.
     *
     * @param day that ends
     */
    public static Optional<Accepted<BankFile, FileEvent>> silent(BankFile file, LocalDate day) {
        return file.contract().filter(signed -> file.state() == Status.CONTRACTED && signed.awaitsAgreement()
                && signed.refusedOn().isEmpty() && !day.isBefore(signed.agreementUntil()))
                .map(signed -> new Accepted<>(file.under(signed.silent(signed.agreementUntil()), file.lastOn()),
                        List.of(new FileEvent.AgreementLapsed(file.request().revision(), file.round().number()))));
    }

    /** Since 2011-05-01 the pay-out is the bank's word where it has said none (L312-24). */
    static BankFile byPayOut(BankFile file, Contract contract, LocalDate on) {
        return contract.awaitsAgreement() ? file.under(contract.agreed(on), on) : file;
    }

    /** Whether money would be paid out on a contract that is not perfect and does not become so by that. */
    static List<Reason> missing(Contract contract) {
        return contract.awaitsAgreement() && !contract.law().payOutAgrees()
                ? List.of(Reason.conflict("agreement-required"))
                : List.of();
    }
}
