package fr.microcredit.intake.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.event.ReceivedEvent;

/**
 * What has happened to a dossier, seen from the office: what the other services have told, and what the office itself has
 * done. Neither carries anything that names an applicant.
 */
public interface Timeline {
    /**
     * @param on   business date
     * @param at   when it was recorded here
     * @param type of the event or the act, such as {@code bank.disbursed}
     * @param by   who has done it; empty for what others have told
     * @param insteadOf who had the dossier on that day and was away, where a substitute has done it
     * @param to   to whom the act entrusts something
     * @param data of the event, or what the audit chain says of the act
     */
    record Entry(LocalDate on, Instant at, String type, Optional<Agent> by, Optional<Agent> insteadOf,
            Optional<Agent> to, Verbatim data) {
        /** The same with other data. */
        public Entry saying(Verbatim other) {
            return new Entry(on, at, type, by, insteadOf, to, other);
        }

        Entry insteadOf(Optional<Agent> away) {
            return new Entry(on, at, type, by, away, to, data);
        }
    }

    Uni<Void> note(ReceivedEvent event);

    /**
     * Notes with the running transaction that a revision has gone to the bank by itself, after an approval with consent; what
     * somebody sends stands among the acts.
     */
    void sent(About about, int revision, LocalDate on);

    /**
     * A bank owes an answer and its days are over.
     *
     * @param question to which, as a code
     * @param since    from which they were counted
     */
    record Late(About about, String question, LocalDate since) {
    }

    /** Notes it with the running transaction. */
    void late(Late late, LocalDate on);

    /** Which of these were noted before. */
    Uni<Set<Late>> said(List<Late> late);

    /** In the order of business dates, and of their recording on one day. */
    Uni<List<Entry>> of(String officeId, String dossierId);
}
