package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanEvent.Prepayment;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.kit.money.Money;

/**
 * One line of a loan's journal: what the bank has reported. Nothing is ever taken out; a line that was wrong is answered by a
 * later one.
 *
 * @param line   from 1, in the order of arrival
 * @param on     business date of what happened
 * @param amount that came or went, zero where none did
 * @param payer  of a payment
 * @param number of the instalment that was missed, of months put off or spread over, of the line that was wrong
 */
public record Report(int line, LocalDate on, Kind kind, Money amount, Optional<Payer> payer, Optional<Integer> number,
        Details details) {

    /** What happened; on one day in this order. */
    public enum Kind {
        PAYMENT, MISS, PREPAYMENT, DEFERRAL, RESCHEDULING, MEETING, ACCELERATION, RECOVERY, WRITE_OFF, RETURN,
        WITHDRAWAL,
        CORRECTION
    }

    /**
     * What only some kinds have.
     *
     * @param mode       of an early repayment
     * @param firstDueOn of a rescheduling
     * @param writeOff   why the rest is not asked for
     * @param id         of a recovery
     */
    public record Details(Optional<Prepayment> mode, Optional<LocalDate> firstDueOn, Optional<WriteOff> writeOff,
            Optional<UUID> id) {
        static final Details NONE = new Details(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /**
     * What happened first comes first, whenever it was told; on one day the kinds have an order. Lines that say the same are the
     * same, so that their numbers, which are those of arrival, change nothing.
     */
    static final Comparator<Report> AS_IT_HAPPENED = Comparator.comparing(Report::on).thenComparing(Report::kind)
            .thenComparing(report -> report.number().orElse(0)).thenComparing(Report::amount)
            .thenComparing(report -> report.payer().map(Enum::ordinal).orElse(-1))
            .thenComparing(Report::details, Comparator
                    .<Details, Integer>comparing(details -> details.mode().map(Enum::ordinal).orElse(-1))
                    .thenComparing(details -> details.firstDueOn().orElse(LocalDate.MIN))
                    .thenComparing(details -> details.writeOff().map(Enum::ordinal).orElse(-1))
                    .thenComparing(details -> details.id().map(UUID::toString).orElse("")));

    static Report payment(LocalDate on, Money amount, Payer payer) {
        return new Report(0, on, Kind.PAYMENT, amount, Optional.of(payer), Optional.empty(), Details.NONE);
    }

    static Report miss(LocalDate on, int number) {
        return of(Kind.MISS, on, Money.ZERO, number);
    }

    static Report prepayment(LocalDate on, Money amount, Prepayment mode) {
        return with(Kind.PREPAYMENT, on, amount, Optional.empty(),
                new Details(Optional.of(mode), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static Report deferral(LocalDate on, int months) {
        return of(Kind.DEFERRAL, on, Money.ZERO, months);
    }

    static Report rescheduling(LocalDate on, int months, LocalDate firstDueOn) {
        return with(Kind.RESCHEDULING, on, Money.ZERO, Optional.of(months),
                new Details(Optional.empty(), Optional.of(firstDueOn), Optional.empty(), Optional.empty()));
    }

    static Report recovery(LocalDate on, Money amount, UUID id) {
        return with(Kind.RECOVERY, on, amount, Optional.empty(),
                new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(id)));
    }

    static Report writeOff(LocalDate on, WriteOff why) {
        return with(Kind.WRITE_OFF, on, Money.ZERO, Optional.empty(),
                new Details(Optional.empty(), Optional.empty(), Optional.of(why), Optional.empty()));
    }

    static Report correction(LocalDate on, int line) {
        return of(Kind.CORRECTION, on, Money.ZERO, line);
    }

    /** Of a kind that has a day and nothing more, or an amount. */
    static Report plain(Kind kind, LocalDate on, Money amount) {
        return with(kind, on, amount, Optional.empty(), Details.NONE);
    }

    private static Report of(Kind kind, LocalDate on, Money amount, int number) {
        return with(kind, on, amount, Optional.of(number), Details.NONE);
    }

    private static Report with(Kind kind, LocalDate on, Money amount, Optional<Integer> number, Details details) {
        return new Report(0, on, kind, amount, Optional.empty(), number, details);
    }

    Report atLine(int next) {
        return new Report(next, on, kind, amount, payer, number, details);
    }

    /** Whether it says the same, at whichever line. */
    boolean saysTheSameAs(Report other) {
        return atLine(0).equals(other.atLine(0));
    }

    /** Whether it happened before another one, or is taken before it on the same day. */
    boolean isBefore(Report other) {
        return AS_IT_HAPPENED.compare(this, other) < 0;
    }

    /** A meeting moves nothing, and what is given back was of no instalment. */
    boolean movesInstalments() {
        return kind != Kind.MEETING && kind != Kind.RETURN;
    }

    boolean makesATable() {
        return kind == Kind.PREPAYMENT || kind == Kind.DEFERRAL || kind == Kind.RESCHEDULING;
    }

    /** Whether it makes another agreement of the loan, so that nothing earlier can be told afterwards. */
    boolean changesTheAgreement() {
        return switch (kind) {
            case PREPAYMENT, DEFERRAL, RESCHEDULING, ACCELERATION, WRITE_OFF, WITHDRAWAL -> true;
            case PAYMENT, MISS, MEETING, RECOVERY, RETURN, CORRECTION -> false;
        };
    }
}
