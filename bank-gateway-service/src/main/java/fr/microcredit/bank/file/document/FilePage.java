package fr.microcredit.bank.file.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import fr.microcredit.bank.document.FrenchWords;
import fr.microcredit.bank.file.ReadFiles;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Contract;
import fr.microcredit.bank.file.domain.LoanCost;
import fr.microcredit.bank.file.domain.Round;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;

/**
 * A file as the bank's agents print it: what {@code GET /files/{dossierId}} shows, in French.
 *
 * @param reference    the dossier's identifier
 * @param fileNumber   by which office and bank call it
 * @param waitingSince business date of the newest step
 * @param scheme       version under which the terms are frozen
 * @param person       empty while the identity is on its way or after it was erased
 */
public record FilePage(String reference, String fileNumber, String lender, String office, String status,
        String nextStep,
        String waitingSince, String transmittedOn, int revision, String purpose, String scheme,
        List<String> guarantees, List<ConditionWords> conditions, Promises promises, Signed signed, CostWords cost,
        Optional<PersonWords> person) {

    /** What was answered to the bank's decision. */
    public record Promises(int round, String guarantee, String subsidy) {
    }

    /** A condition of the approval, and whether the office has ticked it off. */
    public record ConditionWords(String name, boolean fulfilled) {
    }

    /** Days, empty before they have come. */
    public record Signed(String signedOn, String firstDueOn, Agreed agreement, String withdrawnOn) {
    }

    /**
     * What the bank tells the borrower after the signature; all empty where the law of the contract's day asks for nothing.
     *
     * @param until     last day on which it is in time, while it is awaited
     * @param agreedOn  day on which it was told
     * @param refusedOn day with whose end its silence counted as a refusal
     */
    public record Agreed(String until, String agreedOn, String refusedOn) {
        static Agreed of(BankFile file, FrenchWords words) {
            Optional<Contract> contract = file.contract();
            return new Agreed(words.date(file.agreementAwaitedUntil()),
                    words.date(contract.flatMap(Contract::agreedOn)),
                    words.date(contract.flatMap(Contract::refusedOn)));
        }
    }

    /** What of the frozen terms is shown and decides nothing here. */
    private record Terms(String schemeVersion, List<Guarantee> guarantees) {
    }

    /** @param share of the outstanding principal, of 1 */
    private record Guarantee(String guarantor, BigDecimal share) {
        String of(FrenchWords words) {
            return words.of("guarantor", guarantor) + ", " + words.share(share);
        }
    }

    public static FilePage of(ReadFiles.Whole whole) {
        FrenchWords words = new FrenchWords();
        BankFile file = whole.file();
        Terms terms = KitJson.read(file.terms().document().json(), Terms.class);
        return new FilePage(file.dossierId().toString(), file.request().fileNumber(), file.about().bank(),
                file.about().officeId(),
                words.of("status", file.state()), words.of("step", file.nextStep()), words.date(file.lastOn()),
                words.date(file.transmittedOn()), file.request().revision(),
                words.of("purpose", file.request().purpose()), terms.schemeVersion(),
                terms.guarantees().stream().map(each -> each.of(words)).toList(),
                file.request().conditions().stream().map(each -> new ConditionWords(words.of("condition", each),
                        file.request().fulfilled().contains(each))).toList(),
                promises(file.round(), words), signed(file, words),
                CostWords.of(LoanCost.of(file, Optional.empty()), words), person(whole.identity(), words));
    }

    private static Promises promises(Round round, FrenchWords words) {
        return new Promises(round.number(), words.of("answer", round.guarantee()),
                words.of("answer", round.subsidy()));
    }

    private static Signed signed(BankFile file, FrenchWords words) {
        return new Signed(words.date(file.contract().map(Contract::signedOn)),
                words.date(file.contract().map(Contract::firstDueOn)), Agreed.of(file, words),
                words.date(file.withdrawnOn()));
    }

    private static Optional<PersonWords> person(Optional<Verbatim> identity, FrenchWords words) {
        return identity.map(disclosed -> PersonWords.of(disclosed, words));
    }
}
