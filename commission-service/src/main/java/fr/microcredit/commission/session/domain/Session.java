package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A session of an office's commission.
 *
 * @param chair   the identity provider's identifier of who chairs it; empty until it is opened
 * @param version counts the changes, for {@code If-Match}
 */
public record Session(UUID id, String officeId, LocalDate heldOn, Status status, Optional<Chair> chair, long version) {

    /** Where a session stands. */
    public enum Status {
        CONVENED, OPEN, CLOSED
    }

    /** Who chairs: an elected representative or the elected substitute (domain.md A.5). */
    public record Chair(String subject, Capacity capacity) {
    }

    /** In what capacity somebody chairs. */
    public enum Capacity {
        ELECTED_REPRESENTATIVE, ELECTED_SUBSTITUTE
    }

    private Session at(Status next, Optional<Chair> by) {
        return new Session(id, officeId, heldOn, next, by, version);
    }

    /** Empty when somebody else has opened it, or when it is closed. The same chair may open it again. */
    public Optional<Session> open(Chair by) {
        if (status == Status.CONVENED) {
            return Optional.of(at(Status.OPEN, Optional.of(by)));
        }
        return status == Status.OPEN && chair.equals(Optional.of(by)) ? Optional.of(this) : Optional.empty();
    }

    public Optional<Session> close(String subject) {
        return isChairedBy(subject) ? Optional.of(at(Status.CLOSED, chair)) : Optional.empty();
    }

    public boolean isChairedBy(String subject) {
        return status == Status.OPEN && chair.map(Chair::subject).equals(Optional.of(subject));
    }
}
