package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a lender tells a borrower before the contract, by the law of the contract's day (domain.md A.12 and section 5). What no
 * text at hand says of a law is open, and the paper leaves it to the lender.
 *
 * @param from     first day of contracts under it
 * @param sheet    whether it knows the standard sheet (FIPEN)
 * @param warning  that it wants to stand on it, in its own words
 * @param reformed whether it is the law of after the reform, of which contents and numbers of the articles are open
 * @param article  that says so
 */
public record InformationLaw(LocalDate from, boolean sheet, Optional<String> warning, boolean reformed,
        String article) {
    /** Articles are cited by the numbers they have since; the older ones are open. */
    private static final LocalDate NUMBERED_ANEW = LocalDate.of(2016, 7, 1);

    private static final List<InformationLaw> DATED = List.of(
            new InformationLaw(LocalDate.of(2026, 11, 20), true,
                    Optional.of("Attention ! Un crédit coûte de l'argent et doit être remboursé !"), true,
                    "ordonnance 2025-880 of 2025-09-03 (directive (EU) 2023/2225)"),
            new InformationLaw(LocalDate.of(2011, 5, 1), true, Optional.empty(), false,
                    "Code de la consommation, L312-12 and R312-2 to R312-5"),
            new InformationLaw(LocalDate.MIN, false, Optional.empty(), false,
                    "Code de la consommation of before the law 2010-737"));

    public static InformationLaw of(LocalDate day) {
        return DATED.stream().filter(each -> !day.isBefore(each.from())).findFirst().orElseThrow();
    }

    /**
     * The day whose law holds: that of the contract, or while nothing is signed the one on which it is to be, or else that of the
     * file's newest step, which its papers bear.
     *
     * @param toBeSignedOn to suppose; what is signed holds instead
     */
    public static LocalDate dayOf(BankFile file, Optional<LocalDate> toBeSignedOn) {
        return file.contract().map(Contract::signedOn).or(() -> toBeSignedOn).orElse(file.lastOn());
    }

    /** Whether articles have had other numbers on that day. */
    public static boolean isNumberedAnewAfter(LocalDate day) {
        return day.isBefore(NUMBERED_ANEW);
    }
}
