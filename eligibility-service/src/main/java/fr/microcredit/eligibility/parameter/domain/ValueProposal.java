package fr.microcredit.eligibility.parameter.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * A national value that one person has put up and another one has to confirm: every scheme of the region rests on it.
 *
 * @param value       not numbered before it is confirmed
 * @param proposedBy  the identity provider's identifier of the person
 * @param confirmedBy of another person
 * @param lastOn      business date of the newest act
 */
public record ValueProposal(UUID id, DatedValue value, String proposedBy, LocalDate proposedOn,
        Optional<String> confirmedBy, LocalDate lastOn) implements Aggregate {
    private static final String REGION = "region";

    /** Where a proposal stands. */
    public enum Status {
        PROPOSED, CONFIRMED
    }

    /** @param today a value known since a later day is not known yet */
    public static Decision<ValueProposal, Void> propose(UUID id, DatedValue value, String by, LocalDate today) {
        if (value.to().filter(last -> last.isBefore(value.from())).isPresent()) {
            return Decision.refused(Reason.invalid("/to", "ends-before-it-begins"));
        }
        return value.knownFrom().isAfter(today)
                ? Decision.refused(Reason.invalid("/knownFrom", "date-in-the-future"))
                : Decision.accepted(new ValueProposal(id, value, by, today, Optional.empty(), today),
                        List.of());
    }

    /** The same person again changes nothing. */
    public Decision<ValueProposal, Void> confirm(String by, LocalDate on) {
        if (confirmedBy.isPresent()) {
            return Decision.unchanged(this);
        }
        return proposedBy.equals(by)
                ? Decision.refused(Reason.conflict("second-person-needed"))
                : Decision.accepted(new ValueProposal(id, value, proposedBy, proposedOn, Optional.of(by), on),
                        List.of());
    }

    /** What an editor can do with it, named as its address is. */
    public enum Act {
        CONFIRMATION
    }

    /**
     * Told with every refusal.
     *
     * @param isThere whether a value for the same name, start and day of knowledge counts already
     */
    public List<Act> possible(String editor, boolean isThere) {
        return isThere || confirmedBy.isPresent() || proposedBy.equals(editor)
                ? List.of()
                : List.of(Act.CONFIRMATION);
    }

    public Status state() {
        return confirmedBy.isPresent() ? Status.CONFIRMED : Status.PROPOSED;
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String tenant() {
        return REGION;
    }

    @Override
    public String status() {
        return Codes.of(state());
    }

    @Override
    public LocalDate day() {
        return proposedOn;
    }
}
