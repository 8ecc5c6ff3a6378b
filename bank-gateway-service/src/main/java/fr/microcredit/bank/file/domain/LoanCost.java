package fr.microcredit.bank.file.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.loan.DueDates;
import fr.microcredit.kit.loan.Instalment;
import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.loan.Taeg;
import fr.microcredit.kit.money.Money;

/**
 * What a loan costs its borrower, brings its bank and asks of the office's envelope, line by line, before anything is signed
 * and after (domain.md A.6 and A.7). It is computed of the terms as they are, and of nothing that a bank says.
 *
 * @param terms      of the file
 * @param schedules  at the bank's rate and at the borrower's
 * @param firstDueOn due date of the first instalment; while it is not known lines are numbered and not dated
 */
public record LoanCost(FileTerms terms, InterestSubsidy schedules, Optional<LocalDate> firstDueOn) {
    /** A yearly rate is told with one decimal at least (annex to article R314-3 of the Code de la consommation). */
    private static final int TAEG_DECIMALS = 2;

    /**
     * One instalment of both schedules.
     *
     * @param borrower at the borrower's rate: what the borrower pays
     * @param bank     at the bank's rate, on the bank's own balance: what the bank receives
     * @param subsidy  the bank's instalment minus the borrower's; zero where the scheme has no subsidy
     */
    public record Line(Optional<LocalDate> dueOn, Instalment borrower, Instalment bank, Money subsidy) {
    }

    public static LoanCost of(FileTerms terms, Optional<LocalDate> firstDueOn) {
        FileTerms.Frozen frozen = terms.frozen();
        return new LoanCost(terms, InterestSubsidy.of(frozen.amount(), frozen.termMonths(), frozen.bankRate(),
                frozen.borrowerRate()), firstDueOn);
    }

    /** @param asked first due date to suppose; what has been signed holds instead */
    public static LoanCost of(BankFile file, Optional<LocalDate> asked) {
        return of(file.terms(), file.contract().map(Contract::firstDueOn).or(() -> asked));
    }

    public Schedule borrower() {
        return schedules.borrower();
    }

    public Schedule bank() {
        return schedules.bank();
    }

    /** What the office's envelope bears in all; zero where the scheme has no subsidy. */
    public Money subsidy() {
        return terms.subsidy().orElse(Money.ZERO);
    }

    /** Everything the borrower pays: the amount and its interest. There are no fees. */
    public Money due() {
        return borrower().principal().plus(borrower().totalInterest());
    }

    public List<Line> lines() {
        List<Money> parts = schedules.parts();
        List<Line> lines = new ArrayList<>(parts.size());
        for (int number = 1; number <= parts.size(); number++) {
            lines.add(new Line(dueOn(number), borrower().instalment(number), bank().instalment(number),
                    terms.isSubsidised() ? parts.get(number - 1) : Money.ZERO));
        }
        return lines;
    }

    private Optional<LocalDate> dueOn(int number) {
        return firstDueOn.map(first -> DueDates.of(first, number));
    }

    /**
     * The borrower's yearly rate of charge in percent, two decimals, half up. The day of the pay-out is not known before it
     * has been, and may be any from the eighth after the signature: it is taken to be one month before the first due date, so
     * that all periods are whole months, each a twelfth of a year (the standard assumption of directive 2008/48/EC, Annex I).
     * A bank that counts the days to a later or nearer first due date comes to a somewhat other figure.
     */
    public BigDecimal taeg() {
        return Taeg.percent(borrower(), Money.ZERO).setScale(TAEG_DECIMALS, RoundingMode.HALF_UP);
    }
}
