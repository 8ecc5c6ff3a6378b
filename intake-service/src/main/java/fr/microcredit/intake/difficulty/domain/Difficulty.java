package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;

/**
 * A loan as its office sees to it, from the pay-out on: it is in difficulty while an instalment is missed and neither paid nor
 * taken up, and in default once the bank has called the whole of it in.
 *
 * @param about  with the bank that has paid out
 * @param ladder what the office has done
 * @param lastOn business date of what an act may not lie before: the pay-out, what has opened the difficulty, the newest act.
 *               What the bank tells of an open difficulty does not count: a call of yesterday may be recorded today
 */
public record Difficulty(About about, Phase phase, Repayment repayment, Ladder ladder, LocalDate lastOn)
        implements
            OfDossier {
    /** Version of the dossier whose loan is not paid out; a kept one begins behind it. */
    public static final long NOTHING_KEPT = 0;

    /** How far the loan itself has come. */
    public enum Phase {
        RUNNING, IN_DEFAULT, OVER
    }

    /** Where an office stands with it. */
    public enum State {
        /** No loan is paid out. */
        NONE,
        /** The loan runs, and nothing is known to be unpaid. */
        RUNNING,
        /** An instalment at least is unpaid. */
        OPEN,
        /** The bank has called in the whole loan. */
        IN_DEFAULT,
        /** It is repaid, withdrawn or written off. */
        OVER
    }

    static Difficulty paidOut(About about, List<Due> table, LocalDate on) {
        return new Difficulty(about, Phase.RUNNING, Repayment.of(table), Ladder.EMPTY, on);
    }

    public State state() {
        return switch (phase) {
            case RUNNING -> repayment.unpaid().isEmpty() ? State.RUNNING : State.OPEN;
            case IN_DEFAULT -> State.IN_DEFAULT;
            case OVER -> State.OVER;
        };
    }

    Difficulty with(Repayment next) {
        return new Difficulty(about, phase, next, ladder, lastOn);
    }

    /** With another missed instalment; the first one is what opens a difficulty. */
    Difficulty missing(Missed missed) {
        Repayment next = repayment.missing(missed);
        boolean opens = repayment.unpaid().isEmpty() && !next.unpaid().isEmpty() && missed.missedOn().isAfter(lastOn);
        return new Difficulty(about, phase, next, ladder, opens ? missed.missedOn() : lastOn);
    }

    Difficulty at(Phase next, Repayment closed) {
        return new Difficulty(about, next, closed, ladder, lastOn);
    }

    /** What bank or commission have told. */
    Difficulty with(Ladder next) {
        return new Difficulty(about, phase, repayment, next, lastOn);
    }

    /** What the office has done. */
    Difficulty with(Ladder next, LocalDate on) {
        return new Difficulty(about, phase, repayment, next, on);
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(state());
    }

    @Override
    public LocalDate day() {
        return lastOn;
    }

    @Override
    public long firstVersion() {
        return NOTHING_KEPT + 1;
    }
}
