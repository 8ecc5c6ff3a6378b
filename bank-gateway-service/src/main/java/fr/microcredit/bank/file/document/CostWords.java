package fr.microcredit.bank.file.document;

import java.util.List;

import fr.microcredit.bank.document.FrenchWords;
import fr.microcredit.bank.file.domain.LoanCost;
import fr.microcredit.kit.loan.Schedule;

/**
 * What a loan costs, as people read it; every figure is the engine's.
 *
 * @param regular     how many instalments are alike; the last one takes the rest of all roundings
 * @param due         everything the borrower pays
 * @param subsidy     what the office bears of the interest
 * @param firstDueOn  empty while it is not known
 */
public record CostWords(String amount, int months, String borrowerRate, String bankRate, String taeg, int regular,
        String payment, String lastPayment, String interest, String due, String subsidy, boolean subsidised,
        String firstDueOn, List<Row> rows) {

    /** One line of the table; {@code dueOn} is empty while no date is known. */
    public record Row(int number, String dueOn, String payment, String interest, String principal, String outstanding,
            String subsidy) {
        static Row of(LoanCost.Line line, FrenchWords words) {
            return new Row(line.borrower().number(), words.date(line.dueOn()), words.money(line.borrower().payment()),
                    words.money(line.borrower().interest()), words.money(line.borrower().principal()),
                    words.money(line.borrower().outstanding()), words.money(line.subsidy()));
        }
    }

    public static CostWords of(LoanCost cost, FrenchWords words) {
        Schedule borrower = cost.borrower();
        return new CostWords(words.money(borrower.principal()), borrower.months(),
                words.percent(borrower.rate().percent()), words.percent(cost.bank().rate().percent()),
                words.percent(cost.taeg()), borrower.months() - 1, words.money(borrower.instalment(1).payment()),
                words.money(borrower.instalment(borrower.months()).payment()), words.money(borrower.totalInterest()),
                words.money(cost.due()), words.money(cost.subsidy()), cost.subsidy().isPositive(),
                words.date(cost.firstDueOn()), cost.lines().stream().map(line -> Row.of(line, words)).toList());
    }
}
