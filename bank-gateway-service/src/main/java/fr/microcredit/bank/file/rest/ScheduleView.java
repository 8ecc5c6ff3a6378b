package fr.microcredit.bank.file.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.LoanCost;
import fr.microcredit.kit.loan.Instalment;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * Both schedules of a file with the subsidy of each line; amounts in cents, rates in percent a year.
 *
 * @param firstDueOn     that of the contract, or as it was asked
 * @param taeg           of the borrower's payments, two decimals, paid out one month before the first due date
 * @param bankTaeg       the bank's own, as it was given
 * @param taegDifference the bank's minus ours
 */
public record ScheduleView(UUID dossierId, Money amount, int termMonths, Rate borrowerRate, Rate bankRate,
        Optional<LocalDate> firstDueOn, BigDecimal taeg, Optional<BigDecimal> bankTaeg,
        Optional<BigDecimal> taegDifference, Totals totals, List<ScheduleLine> lines) {

    /** @param subsidy what the office's envelope bears; zero where the scheme has none */
    public record Totals(Money borrowerInterest, Money bankInterest, Money subsidy) {
    }

    /** @param subsidy the bank's payment minus the borrower's */
    public record ScheduleLine(int number, Optional<LocalDate> dueOn, Part borrower, Part bank, Money subsidy) {
        static ScheduleLine of(LoanCost.Line line) {
            return new ScheduleLine(line.borrower().number(), line.dueOn(), Part.of(line.borrower()),
                    Part.of(line.bank()), line.subsidy());
        }
    }

    /** @param outstanding principal after this instalment */
    public record Part(Money payment, Money interest, Money principal, Money outstanding) {
        static Part of(Instalment instalment) {
            return new Part(instalment.payment(), instalment.interest(), instalment.principal(),
                    instalment.outstanding());
        }
    }

    static ScheduleView of(BankFile file, Optional<LocalDate> firstDueOn, Optional<BigDecimal> bankTaeg) {
        LoanCost cost = LoanCost.of(file, firstDueOn);
        BigDecimal taeg = cost.taeg();
        return new ScheduleView(file.dossierId(), cost.borrower().principal(), cost.borrower().months(),
                cost.borrower().rate(), cost.bank().rate(), cost.firstDueOn(), taeg, bankTaeg,
                bankTaeg.map(stated -> stated.subtract(taeg)),
                new Totals(cost.borrower().totalInterest(), cost.bank().totalInterest(), cost.subsidy()),
                cost.lines().stream().map(ScheduleLine::of).toList());
    }
}
