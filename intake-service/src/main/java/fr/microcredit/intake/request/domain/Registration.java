package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Under what its office keeps a dossier.
 *
 * @param number            people call it by
 * @param agent             it is entrusted to, by the identifier of the identity provider: first who has opened it
 * @param submittedOn       business date on which it was handed in
 * @param openElsewhereSince month in which another office's request of the same person was handed in that was still open on
 *                          that day. It is looked for then and never again, so that nobody learns of another office's
 *                          dossiers without handing in a request
 * @param sentOn            business date on which what it asks for now has gone to its bank
 * @param reminded          how often and when last the bank was asked for an answer to that
 */
public record Registration(FileNumber number, String agent, Optional<LocalDate> submittedOn,
        Optional<YearMonth> openElsewhereSince, Optional<LocalDate> sentOn, Optional<Reminded> reminded) {
    /**
     * Reminders of one question.
     *
     * @param times 1 or more
     * @param on    business date of the last one
     */
    public record Reminded(int times, LocalDate on) {
    }

    /** Of a new dossier. */
    public static Registration of(FileNumber number, String agent) {
        return new Registration(number, agent, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Registration entrustedTo(String other) {
        return new Registration(number, other, submittedOn, openElsewhereSince, sentOn, reminded);
    }

    Registration handedIn(LocalDate on, Optional<YearMonth> elsewhereSince) {
        return new Registration(number, agent, Optional.of(on), elsewhereSince, sentOn, reminded);
    }

    /** For somebody else than was looked for. */
    Registration ofAnotherPerson() {
        return new Registration(number, agent, submittedOn, Optional.empty(), sentOn, reminded);
    }

    /** Nobody has reminded a bank of what it has only now. */
    Registration sent(LocalDate on) {
        return new Registration(number, agent, submittedOn, openElsewhereSince, Optional.of(on), Optional.empty());
    }

    /** The reminders of a question that the bank owes an answer to since a day. */
    public Optional<Reminded> remindedSince(LocalDate since) {
        return reminded.filter(last -> !last.on().isBefore(since));
    }

    Registration reminded(LocalDate since, LocalDate on) {
        int before = remindedSince(since).map(Reminded::times).orElse(0);
        return new Registration(number, agent, submittedOn, openElsewhereSince, sentOn,
                Optional.of(new Reminded(before + 1, on)));
    }
}
