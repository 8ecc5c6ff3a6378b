package fr.microcredit.bank.file.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.document.FrenchWords;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.InformationLaw;
import fr.microcredit.bank.file.domain.LoanCost;
import fr.microcredit.bank.file.domain.WithdrawalLaw;

/**
 * What amortisation table and pre-contract information say of a loan. Nothing of it names the borrower.
 *
 * @param reference    the dossier
 * @param lender       identifier of the bank
 * @param toSupplier   whether the bank pays who sells
 * @param guarantors   of the public side
 * @param law          of the contract's day, or of the file's newest step while nothing is signed
 */
public record LoanPage(String reference, String lender, String office, String purpose, boolean toSupplier,
        List<String> guarantors, Law law, CostWords cost) {

    /**
     * What depends on a day.
     *
     * @param warning    that the law wants to stand there; empty for none
     * @param reformed   whether it is that of after the reform, of which articles and form of the sheet are open
     * @param renumbered whether the articles had other numbers on that day
     */
    public record Law(int withdrawalDays, String warning, boolean reformed, boolean renumbered) {
        static Law of(LocalDate day) {
            InformationLaw law = InformationLaw.of(day);
            return new Law(WithdrawalLaw.of(day).days(), law.warning().orElse(""), law.reformed(),
                    InformationLaw.isNumberedAnewAfter(day));
        }
    }

    /**
     * What is supposed as long as nothing is signed.
     *
     * @param signedOn   day of the contract
     * @param firstDueOn day of the first instalment
     */
    public record Supposed(Optional<LocalDate> signedOn, Optional<LocalDate> firstDueOn) {
    }

    public static LoanPage of(BankFile file, Supposed supposed) {
        FrenchWords words = new FrenchWords();
        return new LoanPage(file.request().fileNumber(), file.about().bank(), file.about().officeId(),
                words.of("purpose", file.request().purpose()),
                file.request().conditions().contains(Condition.PAYMENT_TO_SUPPLIER),
                file.terms().frozen().guarantees().stream().map(each -> words.of("guarantor", each.guarantor()))
                        .toList(),
                Law.of(InformationLaw.dayOf(file, supposed.signedOn())),
                CostWords.of(LoanCost.of(file, supposed.firstDueOn()), words));
    }
}
