package fr.microcredit.bank.file.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.document.FrenchWords;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.Contract;
import fr.microcredit.bank.file.domain.LoanCost;
import fr.microcredit.bank.file.domain.WithdrawalLaw;

/**
 * What amortisation table and pre-contract information say of a loan. Nothing of it names the borrower.
 *
 * @param reference    the dossier
 * @param lender       identifier of the bank
 * @param toSupplier   whether the bank pays who sells
 * @param guarantors   of the public side
 * @param withdrawalDays by the law of the contract's day, or of the file's newest step while nothing is signed
 * @param modernLaw    whether that law is the one of contracts since 2011-05-01
 */
public record LoanPage(String reference, String lender, String office, String purpose, boolean toSupplier,
        List<String> guarantors, int withdrawalDays, boolean modernLaw, CostWords cost) {

    /** @param firstDueOn to suppose; what is signed holds instead */
    public static LoanPage of(BankFile file, Optional<LocalDate> firstDueOn) {
        FrenchWords words = new FrenchWords();
        WithdrawalLaw law = WithdrawalLaw.of(file.contract().map(Contract::signedOn).orElse(file.lastOn()));
        return new LoanPage(file.dossierId().toString(), file.about().bank(), file.about().officeId(),
                words.of("purpose", file.request().purpose()),
                file.request().conditions().contains(Condition.PAYMENT_TO_SUPPLIER),
                file.terms().frozen().guarantees().stream().map(each -> words.of("guarantor", each.guarantor()))
                        .toList(),
                law.days(), law.isOfToday(), CostWords.of(LoanCost.of(file, firstDueOn), words));
    }
}
