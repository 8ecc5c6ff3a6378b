package fr.microcredit.bank.file.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** Files as they are sent to a bank, for tests. */
public final class Sent {
    private static final String TERMS = "{\"schemeId\":\"dijon\",\"schemeVersion\":\"dijon-1\",\"guarantees\":[{\"guarantor\":"
            + "\"fcs\",\"share\":\"0.50\"}]}";

    private Sent() {
    }

    public static FileTerms terms(String euros, int months, String borrowerRate, String bankRate, boolean subsidised) {
        return FileTerms.of(new FileTerms.Frozen(Money.ofEuros(euros), months, Rate.ofPercent(borrowerRate),
                Rate.ofPercent(bankRate), List.of(new FileTerms.Frozen.Guarantee("fcs", new BigDecimal("0.50"))),
                subsidised
                        ? Optional.of(new FileTerms.Frozen.Subsidy("schedule-difference", Optional.empty()))
                        : Optional.empty()),
                new Verbatim(TERMS));
    }

    /** The figures of domain.md A.7. */
    public static FileTerms threeThousand() {
        return terms("3000", 24, "1", "4.40", true);
    }

    public static BankFile file(FileTerms terms, LocalDate on) {
        return BankFile.received(
                About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon").under("dijon-1"),
                new FileRequest(1, "DIJ-2008-0042", "vehicle", terms, List.of(Condition.PAYMENT_TO_SUPPLIER),
                        List.of()),
                on);
    }

    /** Accepted, and guarantee and subsidy are promised. */
    public static BankFile ready(FileTerms terms, LocalDate on) {
        return FileRules.decide(file(terms, on), new FileRules.View(true, List.of()), on)
                .orThrow(RefusedException::new).state().answered(new Round(1, Answer.GRANTED, Answer.GRANTED));
    }
}
