package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** Loans for tests: 24 instalments of 104.65 on the 5th from 2010-02 on, the last 104.59; paid out on 2010-01-05. */
public final class Loans {
    public static final LocalDate PAID_OUT = day("2010-01-05");
    static final Consents AGREED = new Consents(Optional.of(PAID_OUT), Optional.of(PAID_OUT));
    static final Money INSTALMENT = Money.ofEuros("104.65");

    private Loans() {
    }

    public static Difficulty running() {
        About about = About.dossier(UUID.randomUUID(), new UUID(0, 1), "ccas-dijon").at("cm-dijon");
        return DifficultyRules.paidOut(Optional.empty(), about, table(0), PAID_OUT);
    }

    /** @param months by which every instalment from the 7th on is put off */
    static List<Due> table(int months) {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(number -> new Due(number,
                        day("2010-02-05").plusMonths(number - 1L + (number < 7 ? 0 : months)),
                        number == 24 ? Money.ofEuros("104.59") : INSTALMENT))
                .toList();
    }

    /** The first six are paid, each on its day, and the 7th of 2010-08-05 is reported missed on that day. */
    public static Difficulty open() {
        return missed(sixPaid(), 7, "2010-08-05");
    }

    static Difficulty sixPaid() {
        Difficulty loan = running();
        for (Due due : table(0).subList(0, 6)) {
            loan = DifficultyRules.paid(loan, due.number(), due.dueOn());
        }
        return loan;
    }

    static Difficulty missed(Difficulty loan, int number, String on) {
        return DifficultyRules.missed(loan, report(number, on), AGREED);
    }

    static Missed report(int number, String on) {
        return Missed.reported(number, table(0).get(number - 1).dueOn(), INSTALMENT, day(on));
    }

    public static Difficulty inDefault() {
        return DifficultyRules.accelerated(open(), AGREED, day("2010-10-20"));
    }

    /** The borrower's filing for over-indebtedness is admissible. */
    public static Difficulty admitted() {
        LocalDate on = day("2010-09-20");
        return LadderRules.overIndebtedness(open(), new Procedure(Stage.ADMISSIBLE, on), "agent", on)
                .orThrow(reasons -> new IllegalStateException(reasons.toString())).state();
    }

    public static Difficulty over() {
        return DifficultyRules.over(open(), day("2010-10-20"));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
