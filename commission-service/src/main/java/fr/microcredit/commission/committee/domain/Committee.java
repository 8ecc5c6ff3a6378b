package fr.microcredit.commission.committee.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.domain.Aggregate;

/**
 * An office's commission as a committee: how it decides, and who sits on it when. An office that has set up none works
 * without: whoever has the role of a president may chair, nobody is counted.
 *
 * @param mandates  in the order in which they were entered; one that is over stays, as does what was decided under it
 * @param changedOn business date of the newest act on it
 */
public record Committee(String officeId, Rule rule, List<Mandate> mandates, LocalDate changedOn) implements Aggregate {
    private static final String SET_UP = "set-up";

    public Committee {
        mandates = List.copyOf(mandates);
    }

    /**
     * As the office sets it; no law gives a number (domain.md A.5).
     *
     * @param quorum members who have to be present and not stand aside, 1 to 50
     */
    public record Rule(int quorum, Way way) {
    }

    /** How it comes to a decision. */
    public enum Way {
        /** Who chairs records what nobody objects to. */
        CONSENSUS,
        /** Votes are counted; a tie goes with the chair. */
        VOTE
    }

    /** As what somebody sits on it. */
    public enum Function {
        PRESIDENT, SUBSTITUTE, MEMBER
    }

    /**
     * From when to when somebody sits on it. Mandates may overlap.
     *
     * @param subject the identity provider's identifier; never a name
     * @param from    first day
     * @param to      last day; empty as long as none is set; the eve of the first day where it was entered by mistake
     */
    public record Mandate(UUID id, String subject, Function function, LocalDate from, Optional<LocalDate> to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
        }

        boolean isLike(Mandate other) {
            return subject.equals(other.subject) && function == other.function && from.equals(other.from)
                    && to.equals(other.to);
        }

        Mandate endingOn(LocalDate last) {
            return new Mandate(id, subject, function, from, Optional.of(last));
        }
    }

    /** Whether somebody has a mandate on a day, as whatever. */
    public boolean sits(String subject, LocalDate day) {
        return mandates.stream().anyMatch(each -> each.subject().equals(subject) && each.covers(day));
    }

    /** Whether somebody has a mandate on a day with this function. */
    public boolean sitsAs(Function function, String subject, LocalDate day) {
        return mandates.stream().anyMatch(
                each -> each.function() == function && each.subject().equals(subject) && each.covers(day));
    }

    Committee under(Rule another, LocalDate on) {
        return new Committee(officeId, another, mandates, on);
    }

    Committee with(Mandate mandate, LocalDate on) {
        List<Mandate> all = new ArrayList<>(mandates);
        all.add(mandate);
        return new Committee(officeId, rule, all, on);
    }

    Committee ending(UUID id, LocalDate last, LocalDate on) {
        return new Committee(officeId, rule, mandates.stream()
                .map(each -> each.id().equals(id) ? each.endingOn(last) : each).toList(), on);
    }

    @Override
    public String key() {
        return officeId;
    }

    @Override
    public String tenant() {
        return officeId;
    }

    @Override
    public String status() {
        return SET_UP;
    }

    @Override
    public LocalDate day() {
        return changedOn;
    }

    @Override
    public LocalDate lastOn() {
        return changedOn;
    }
}
