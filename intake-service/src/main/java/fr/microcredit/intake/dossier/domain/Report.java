package fr.microcredit.intake.dossier.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * A step with what comes with it.
 *
 * @param revision of the request it speaks of, 0 where it does not say
 * @param terms    frozen by an assessment, as JSON
 * @param amount   agreed on in a meeting
 * @param months   agreed on in a meeting
 */
public record Report(Step step, int revision, Optional<String> terms, Optional<Money> amount, Optional<Integer> months,
        LocalDate on) {
    public static Report of(Step step, int revision, LocalDate on) {
        return new Report(step, revision, Optional.empty(), Optional.empty(), Optional.empty(), on);
    }

    public static Report assessed(Step step, int revision, String terms, LocalDate on) {
        return new Report(step, revision, Optional.of(terms), Optional.empty(), Optional.empty(), on);
    }

    public static Report meeting(int revision, Money amount, int months, LocalDate on) {
        return new Report(Step.MEETING_CHANGED_REQUEST, revision, Optional.empty(), Optional.of(amount),
                Optional.of(months), on);
    }
}
