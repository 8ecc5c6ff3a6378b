package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanClauses.GuaranteeCall;
import fr.microcredit.bank.loan.domain.LoanClauses.Imputation;
import fr.microcredit.bank.loan.domain.LoanClauses.Repayment;
import fr.microcredit.bank.loan.domain.LoanEvent.DeferralInterest;
import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.money.Money;

/** Loans on any terms, and journals as no rule would let them be written. */
final class Journals {
    private static final int REPORTS_MAX = 12;

    private Journals() {
    }

    /** Just paid out: 300 to 8,000 EUR, 5 to 84 months, 0 to 10 %, the bank's rate no lower than the borrower's. */
    static Loan agreed(Random random) {
        String euros = String.valueOf(300 + random.nextInt(random.nextBoolean() ? 7_700 : 700)) + "."
                + (10 + random.nextInt(90));
        int months = 5 + random.nextInt(random.nextInt(4) == 0 ? 80 : 14);
        int hundredths = random.nextInt(10) == 0 ? 0 : random.nextInt(1_001);
        String rate = Money.ofCents(hundredths).toString();
        String bankRate = Money
                .ofCents(random.nextInt(3) == 0 ? hundredths + random.nextInt(1_001 - hundredths) : hundredths)
                .toString();
        LocalDate on = LocalDate.of(2008, 1, 1).plusDays(random.nextInt(1_500));
        return Lent.loan(Lent.about(), euros, months, rate, bankRate, on, on.plusDays(5 + random.nextInt(55)),
                clauses(random));
    }

    private static LoanClauses clauses(Random random) {
        Repayment repayment = new Repayment(any(random, Imputation.values()), random.nextInt(11),
                any(random, DeferralInterest.values()), 1 + random.nextInt(6));
        GuaranteeCall call = new GuaranteeCall(1 + random.nextInt(3), random.nextBoolean());
        return new LoanClauses(random.nextInt(8) == 0 ? Optional.empty() : Optional.of(repayment),
                random.nextInt(8) == 0 ? Optional.empty() : Optional.of(call));
    }

    static <T> T any(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    static Loan of(Agreement agreement, List<Report> lines) {
        Loan loan = Loan.opened(Lent.about(), agreement);
        for (Report line : lines) {
            loan = loan.with(line);
        }
        return loan;
    }

    /** Any reports on any days: the engine takes whatever comes. */
    static Loan wild(Random random) {
        Loan loan = agreed(random);
        LocalDate on = loan.agreement().disbursedOn();
        int reports = 1 + random.nextInt(REPORTS_MAX);
        for (int report = 0; report < reports; report++) {
            on = random.nextInt(5) == 0 ? on.minusDays(random.nextInt(40)) : on.plusDays(random.nextInt(60));
            on = on.isBefore(loan.agreement().disbursedOn()) ? loan.agreement().disbursedOn() : on;
            loan = loan.with(report(random, on, loan.agreement().table().lines().get(0).payment().cents()));
        }
        return loan;
    }

    private static Report report(Random random, LocalDate on, long payment) {
        Money amount = Money.ofCents(1 + payment
                * (random.nextInt(3) == 0 ? 2 + random.nextInt(24) : random.nextInt(5)) / 2);
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> Report.payment(on, amount, any(random, Payer.values()));
            case 8, 9 -> Report.prepayment(on, amount, any(random, Prepayment.values()));
            case 10, 11 -> Report.deferral(on, 1 + random.nextInt(3));
            case 12, 13 -> Report.rescheduling(on, 1 + random.nextInt(12), on.plusDays(1 + random.nextInt(90)));
            case 14, 15 -> Report.miss(on, 1 + random.nextInt(8));
            case 16 -> Report.plain(Report.Kind.RETURN, on, amount);
            case 17 -> Report.recovery(on, amount, new UUID(1, random.nextInt(9)));
            case 18 -> Report.plain(Report.Kind.ACCELERATION, on, Money.ZERO);
            default -> random.nextInt(4) == 0
                    ? Report.plain(Report.Kind.WITHDRAWAL, on, Money.ZERO)
                    : Report.writeOff(on, any(random, WriteOff.values()));
        };
    }

    static String print(Loan loan) {
        StringBuilder all = new StringBuilder();
        loan.reports().forEach(each -> all.append("\n ").append(each.line()).append(' ').append(each.on()).append(' ')
                .append(each.kind()).append(' ').append(each.amount()).append(' ')
                .append(each.number().map(String::valueOf).orElse("")).append(' ')
                .append(each.details().mode().map(String::valueOf).orElse(""))
                .append(each.details().firstDueOn().map(String::valueOf).orElse("")));
        return all.toString();
    }
}
