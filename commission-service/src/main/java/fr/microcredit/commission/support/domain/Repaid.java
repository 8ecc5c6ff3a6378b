package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.kit.money.Money;

/**
 * What the bank has told of a loan's repayment, in the order of its events.
 *
 * @param instalments paid, whoever paid them: the oldest is always paid first, so this is the number of the last one
 * @param begun       money that was told and whose instalments are not told as paid yet
 * @param bySupport   what came from the support commission
 */
public record Repaid(int instalments, Money begun, List<SupportPayment> bySupport) {
    public static final Repaid NOTHING = new Repaid(0, Money.ZERO, List.of());

    public Repaid {
        bySupport = List.copyOf(bySupport);
    }

    /** Who pays (domain.md 6.2: what the support commission pays is aid, and typed apart). */
    public enum Payer {
        BORROWER, SUPPORT_COMMISSION
    }

    /** Money is told once: an instalment that follows from money told before is none of its own. */
    Repaid paid(int number, Payer payer, Money amount, LocalDate on) {
        boolean isToldBefore = begun.isAtLeast(amount);
        Repaid next = new Repaid(Math.max(instalments, number), isToldBefore ? begun.minus(amount) : begun, bySupport);
        return isToldBefore || payer == Payer.BORROWER
                ? next
                : next.with(new SupportPayment(number, amount, on, Optional.empty()));
    }

    /** @param applied principal and interest of due instalments in it */
    Repaid received(int line, Payer payer, Money applied, LocalDate on) {
        Repaid next = new Repaid(instalments, begun.plus(applied), bySupport);
        return payer == Payer.BORROWER || !applied.isPositive()
                ? next
                : next.with(new SupportPayment(instalments + 1, applied, on, Optional.of(line)));
    }

    /** Before principal can be repaid early whatever is due is paid. */
    Repaid upTo(int number) {
        return new Repaid(Math.max(instalments, number), begun, bySupport);
    }

    /** @param instalmentsPaid without the line that was wrong */
    Repaid corrected(int line, int instalmentsPaid) {
        return new Repaid(instalmentsPaid, begun,
                bySupport.stream().filter(each -> each.outlives(line, instalmentsPaid)).toList());
    }

    private Repaid with(SupportPayment payment) {
        return new Repaid(instalments, begun, Stream.concat(bySupport.stream(), Stream.of(payment)).toList());
    }
}
