package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;

/**
 * A session of an office's commission. What it does is dated by its day.
 *
 * @param chair   who chairs it; empty until it is opened
 * @param rulings in the order in which they were taken
 */
public record Session(UUID id, String officeId, LocalDate heldOn, Status state, Optional<Chair> chair,
        List<Ruling> rulings) implements Aggregate {
    public Session {
        rulings = List.copyOf(rulings);
    }

    /** Where a session stands. */
    public enum Status {
        CONVENED, OPEN, CLOSED, CANCELLED
    }

    /**
     * Who chairs: an elected representative or the elected substitute (domain.md A.5).
     *
     * @param subject the identity provider's identifier
     */
    public record Chair(String subject, Capacity capacity) {
    }

    /** In what capacity somebody chairs. */
    public enum Capacity {
        ELECTED_REPRESENTATIVE, ELECTED_SUBSTITUTE
    }

    Session at(Status next, Optional<Chair> by) {
        return new Session(id, officeId, heldOn, next, by, rulings);
    }

    Session heldOn(LocalDate day) {
        return new Session(id, officeId, day, state, chair, rulings);
    }

    /** With one more decision. */
    public Session noting(Ruling ruling) {
        List<Ruling> all = new ArrayList<>(rulings);
        all.add(ruling);
        return new Session(id, officeId, heldOn, state, chair, all);
    }

    /** The last one: what was changed after a decision comes again. */
    public Optional<Ruling> rulingOn(UUID dossierId) {
        return rulings.stream().filter(ruling -> ruling.dossierId().equals(dossierId)).reduce((one, later) -> later);
    }

    boolean isChairedBy(String subject) {
        return state == Status.OPEN && chair.map(Chair::subject).equals(Optional.of(subject));
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String tenant() {
        return officeId;
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return heldOn;
    }

    /** What is done in it is done on its day; as long as it was not opened it can be cancelled on any. */
    @Override
    public LocalDate lastOn() {
        return chair.map(any -> heldOn).orElse(LocalDate.EPOCH);
    }
}
