package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.local.client.Answer;

/** A running loan as the bank's system knows it. */
final class Loan {
    private final Dossier dossier;
    private final long principalCents;
    private final List<Line> schedule = new ArrayList<>();

    /** An instalment of the schedule. */
    record Line(int number, LocalDate dueOn, long paymentCents, long interestCents) {
        static Line of(JsonNode line) {
            return new Line(line.path("number").asInt(), LocalDate.parse(line.path("dueOn").asText()),
                    line.path("paymentCents").asLong(), line.path("interestCents").asLong());
        }
    }

    private Loan(Dossier dossier, long principalCents) {
        this.dossier = dossier;
        this.principalCents = principalCents;
    }

    static Loan of(Dossier dossier) {
        Answer read = Expect.status("the loan", 200, dossier.get(dossier.loan("")));
        Loan loan = new Loan(dossier, read.number("principalCents"));
        read.body().path("schedule").forEach(line -> loan.schedule.add(Line.of(line)));
        return loan;
    }

    long principalCents() {
        return principalCents;
    }

    List<Line> schedule() {
        return schedule;
    }

    Line line(int number) {
        return schedule.get(number - 1);
    }

    Line last() {
        return line(schedule.size());
    }

    long interestCents() {
        return schedule.stream().mapToLong(Line::interestCents).sum();
    }

    /** The schedule to the cent: all instalments alike but the last. */
    void expect(long paymentCents, long lastCents, long interestCents) {
        schedule.subList(0, schedule.size() - 1)
                .forEach(line -> Expect.equal("instalment " + line.number(), paymentCents, line.paymentCents()));
        Expect.equal("last instalment", lastCents, last().paymentCents());
        Expect.equal("interest", interestCents, interestCents());
    }

    /** Principal, instalments and interest as the bank's schedule has them. */
    String told() {
        return Narrator.euros(principalCents) + "; " + (schedule.size() - 1) + " x "
                + Narrator.euros(line(1).paymentCents()) + " and " + Narrator.euros(last().paymentCents())
                + ", interest " + Narrator.euros(interestCents());
    }

    Answer pay(int number) {
        return pay(number, line(number).dueOn());
    }

    Answer pay(int number, LocalDate on) {
        return dossier.pay(number, line(number).paymentCents(), on);
    }

    Answer miss(int number, LocalDate on) {
        return dossier.miss(number, on);
    }
}
