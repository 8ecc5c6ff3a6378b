package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.Contract;
import fr.microcredit.bank.file.domain.FileActs;
import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.bank.file.domain.NextStep;
import fr.microcredit.bank.file.domain.Round;
import fr.microcredit.bank.file.domain.Shortfall;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.http.Answer;
import fr.microcredit.kit.store.Store;

/**
 * A file as the bank sees it.
 *
 * @param fileNumber by which office and bank call it, such as {@code DIJ-2026-0042}
 * @param nextStep  what can be done or is waited for
 * @param waitingSince business date of the newest step
 * @param conditions under which the commission has approved it
 * @param fulfilled those of them that the office has ticked off
 * @param guarantee what the guarantors have answered
 * @param subsidy   what the office's envelope has answered
 * @param lost      what of both was declined or has run out, how much and why
 * @param proposedGuarantees under which the bank would go on, as long as the office has not answered
 * @param terms     frozen, with amount, term and rates
 * @param agreement what the bank tells the borrower after the signature; left out where the law asks for none
 * @param withdrawnOn day on which the borrower withdrew
 * @param identity  of the applicant with the declared form; left out in lists
 */
public record FileView(UUID dossierId, String fileNumber, String officeId, BankFile.Status status,
        NextStep nextStep,
        LocalDate waitingSince, int revision, int round, LocalDate transmittedOn, String purpose,
        List<Condition> conditions, List<Condition> fulfilled,
        Round.Answer guarantee,
        Round.Answer subsidy, List<Shortfall> lost, Optional<List<Guarantee>> proposedGuarantees,
        Optional<LocalDate> signedOn, Optional<LocalDate> firstDueOn,
        Optional<AgreementView> agreement,
        Optional<LocalDate> withdrawnOn, Verbatim terms,
        Optional<Verbatim> identity) {

    /**
     * The bank's word to the borrower.
     *
     * @param until     last day on which it is in time
     * @param agreedOn  day on which it was given
     * @param refusedOn day with whose end its silence counted as a refusal; a late word may hold still
     * @param article   of the law of the contract's day
     */
    public record AgreementView(LocalDate until, Optional<LocalDate> agreedOn, Optional<LocalDate> refusedOn,
            String article) {
        static Optional<AgreementView> of(Contract contract) {
            return contract.awaitsAgreement() || contract.agreedOn().isPresent()
                    ? Optional.of(new AgreementView(contract.agreementUntil(), contract.agreedOn(),
                            contract.refusedOn(), contract.law().article()))
                    : Optional.empty();
        }
    }

    static FileView item(BankFile file) {
        return of(file, Optional.empty());
    }

    /** How a command on a file is answered, and what can be done instead where it is refused. */
    static Answer<BankFile> changed(Store<BankFile> files) {
        return Answer.<BankFile>of((actor, key) -> files.find(key), FileView::item).offering(FileView::offered);
    }

    /** Each named as its address is. */
    private static List<String> offered(BankFile file) {
        return FileActs.of(file).stream().map(Codes::of).toList();
    }

    static FileView whole(ReadFiles.Whole whole) {
        return of(whole.file(), whole.identity());
    }

    private static FileView of(BankFile file, Optional<Verbatim> identity) {
        return new FileView(file.dossierId(), file.request().fileNumber(), file.about().officeId(), file.state(),
                file.nextStep(),
                file.lastOn(),
                file.request().revision(), file.round().number(), file.transmittedOn(), file.request().purpose(),
                file.request().conditions(), file.request().fulfilled(),
                file.round().guarantee(), file.round().subsidy(), file.round().lost(), file.round().proposed(),
                file.contract().map(Contract::signedOn),
                file.contract().map(Contract::firstDueOn), file.contract().flatMap(AgreementView::of),
                file.withdrawnOn(), file.terms().document(),
                identity);
    }
}
