package fr.microcredit.commission.concertation.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.money.Money;

/**
 * A bank's disagreement with a request the public side has agreed to. Before the bank's last word, bank and office meet
 * (or the office does without).
 *
 * @param round       the bank's decision it comes from
 * @param disagreedOn business date of that decision
 * @param meeting     the last one
 * @param appointment for a meeting that is to come
 * @param lastOn      business date of the newest event
 */
public record Disagreement(About about, int round, LocalDate disagreedOn, Status state, Optional<Meeting> meeting,
        Optional<Appointment> appointment, LocalDate lastOn) implements OfDossier {
    private static final String BETWEEN = "/";

    /** Where a disagreement stands. */
    public enum Status {
        OPEN, MET, WAIVED, SETTLED
    }

    /**
     * What bank and office have agreed on.
     *
     * @param revision of the request they met about
     * @param changed  whether the request is now to be assessed again
     * @param present  by their functions, each as often as it was there
     * @param minutes  what was said; it stays in the office
     */
    public record Meeting(UUID id, int revision, boolean changed, Money amount, int termMonths, LocalDate heldOn,
            List<Function> present, Optional<String> minutes) {
        public Meeting {
            present = List.copyOf(present);
        }
    }

    /** In what function somebody meets; nobody is named. */
    public enum Function {
        SOCIAL_WORKER, OFFICE_MANAGER, ELECTED_REPRESENTATIVE, BANK_ADVISER, BANK_MANAGER, APPLICANT, OTHER
    }

    /**
     * When and how office and bank are to meet.
     *
     * @param day      of the meeting
     * @param place    where it is worth saying; no name
     * @param expected by their functions, each as often as it is to be there
     * @param moves    how often it was put off, each with a reason that the audit chain has
     */
    public record Appointment(LocalDate day, Way way, Optional<String> place, List<Function> expected, int moves) {
        public Appointment {
            expected = List.copyOf(expected);
        }

        Appointment movedBy(int times) {
            return new Appointment(day, way, place, expected, times);
        }
    }

    /** How they meet. */
    public enum Way {
        AT_OFFICE, AT_BANK, TELEPHONE, VIDEO, OTHER
    }

    /** Why a meeting that was arranged is moved or called off; closed, since free words could name somebody. */
    public enum Excuse {
        BANK_UNAVAILABLE, OFFICE_UNAVAILABLE, APPLICANT_UNAVAILABLE, SETTLED_OTHERWISE, OTHER
    }

    /** It is no step of the disagreement: what is held is dated by its own day. */
    Disagreement meetingAt(Optional<Appointment> arranged) {
        return new Disagreement(about, round, disagreedOn, state, meeting, arranged, lastOn);
    }

    /** What was arranged is over; another meeting would have an appointment of its own. */
    Disagreement met(Meeting held) {
        return new Disagreement(about, round, disagreedOn, Status.MET, Optional.of(held), Optional.empty(),
                held.heldOn());
    }

    Disagreement at(Status next, LocalDate on) {
        return new Disagreement(about, round, disagreedOn, next, meeting, appointment,
                on.isAfter(lastOn) ? on : lastOn);
    }

    /** After a final refusal another bank has a meeting of its own. */
    public static String keyOf(UUID dossierId, String bankId) {
        return dossierId + BETWEEN + bankId;
    }

    public static String dossierOf(String key) {
        return key.substring(0, key.indexOf(BETWEEN));
    }

    @Override
    public String key() {
        return keyOf(dossierId(), about.bank());
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return disagreedOn;
    }
}
