package fr.microcredit.kit.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.money.Money;

/**
 * What borrower and bank have agreed on, line by line. It is computed once and travels as it is: whoever follows the loan
 * reads due dates, interest and subsidy here.
 *
 * @param version from 1; a change of the agreement is a new version
 * @param lines   in the order of their due dates
 */
public record InstalmentTable(int version, List<Line> lines) {
    public InstalmentTable {
        lines = List.copyOf(lines);
    }

    /**
     * One instalment. What the borrower pays is principal and interest; what the bank receives is the subsidy besides.
     *
     * @param number       from 1
     * @param interest     at the borrower's rate
     * @param bankInterest at the bank's rate, on the bank's own balance
     * @param subsidy      payment at the bank's rate minus payment at the borrower's
     */
    public record Line(int number, LocalDate dueOn, Money principal, Money interest, Money bankInterest,
            Money subsidy) {
        public Money payment() {
            return principal.plus(interest);
        }
    }

    /** The table of the contract: constant instalments at both rates, due dates anchored on the first one's day. */
    public static InstalmentTable first(Money principal, int months, Rate borrowerRate, Rate bankRate,
            LocalDate firstDueOn) {
        InterestSubsidy schedules = InterestSubsidy.of(principal, months, bankRate, borrowerRate);
        List<Money> subsidies = schedules.parts();
        List<Line> lines = new ArrayList<>(months);
        for (int number = 1; number <= months; number++) {
            Instalment borrower = schedules.borrower().instalment(number);
            lines.add(new Line(number, DueDates.of(firstDueOn, number), borrower.principal(), borrower.interest(),
                    schedules.bank().instalment(number).interest(), subsidies.get(number - 1)));
        }
        return new InstalmentTable(1, lines);
    }

    /** Principal of the lines after this one. */
    public Money outstandingAfter(int number) {
        return Money.sum(lines.stream().filter(line -> line.number() > number).map(Line::principal).toList());
    }
}
