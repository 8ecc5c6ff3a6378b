package fr.microcredit.bank.loan.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.bank.loan.domain.LoanInstalment;

/** A loan with its amortisation table; amounts in cents. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoanView(UUID dossierId, long principalCents, String rate, LocalDate disbursedOn, long outstandingCents,
        boolean repaid, Long rebateOrderedCents, LocalDate rebateCreditedOn, List<Line> schedule) {

    /** @param status {@code due}, {@code paid} or {@code missed} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(int number, LocalDate dueOn, long paymentCents, long interestCents, long principalCents,
            long outstandingCents, String status, LocalDate paidOn, String payer) {
        static Line of(LoanInstalment each) {
            return new Line(each.number(), each.dueOn(), each.figures().payment().cents(),
                    each.figures().interest().cents(), each.figures().principal().cents(),
                    each.figures().outstanding().cents(), status(each),
                    each.payment().map(LoanInstalment.Payment::on).orElse(null),
                    each.payment().map(by -> by.payer().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .orElse(null));
        }

        private static String status(LoanInstalment each) {
            if (each.isPaid()) {
                return "paid";
            }
            return each.missedOn().isPresent() ? "missed" : "due";
        }
    }

    static LoanView of(Loan loan) {
        return new LoanView(loan.dossierId(), loan.principal().cents(), loan.rate().toString(), loan.disbursedOn(),
                loan.outstanding().cents(), loan.isRepaid(),
                loan.rebateOrdered().map(money -> money.cents()).orElse(null),
                loan.rebateCredited().orElse(null), loan.instalments().stream().map(Line::of).toList());
    }
}
