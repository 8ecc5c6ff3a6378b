package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Status;

/**
 * What was decided, which holds for what it was decided on: what its office has changed since is open again.
 *
 * @param as {@code APPROVED}, {@code REFUSED}, {@code INCOMPLETE} or {@code GONE}
 * @param decision that says so; empty where none of a session does
 * @param on       day of the session
 * @param approval whose place a refusal has taken
 */
public record Settled(Status as, int revision, Optional<UUID> decision, Optional<LocalDate> on,
        Optional<Settled> approval) {
    Settled(Status as, int revision) {
        this(as, revision, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** By a session. */
    Settled(Status as, int revision, UUID decision, LocalDate heldOn) {
        this(as, revision, Optional.of(decision), Optional.of(heldOn), Optional.empty());
    }

    /** The approval that would stand without the refusals after it. */
    private Optional<Settled> lastApproval() {
        return as == Status.APPROVED ? Optional.of(this) : approval;
    }

    Settled inPlaceOf(Optional<Settled> earlier) {
        return as == Status.REFUSED
                ? new Settled(as, revision, decision, on, earlier.flatMap(Settled::lastApproval))
                : this;
    }

    static Settled forGood() {
        return new Settled(Status.GONE, Integer.MAX_VALUE);
    }
}
