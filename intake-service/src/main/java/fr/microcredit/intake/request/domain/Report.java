package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.money.Money;

/**
 * What another service reports of a request.
 *
 * @param revision of the request it speaks of
 * @param on       business date
 * @param missing  of an adjourned request
 */
public record Report(Step step, int revision, LocalDate on, Optional<Terms> terms, Optional<Change> change,
        List<MissingItem> missing) {
    /** What it says. */
    public enum Step {
        FOUND_ELIGIBLE, FOUND_TO_JUDGE, FOUND_INELIGIBLE, INELIGIBILITY_CONFIRMED, APPROVED, REFUSED, ADJOURNED,
        CHANGED_BY_MEETING
    }

    /** Frozen by an assessment. */
    public record Terms(Verbatim document, Optional<String> schemeVersion) {
    }

    /** Agreed on in a meeting. */
    public record Change(Money amount, int termMonths) {
    }

    public static Report of(Step step, int revision, LocalDate on) {
        return new Report(step, revision, on, Optional.empty(), Optional.empty(), List.of());
    }

    public static Report assessed(Step step, int revision, Terms terms, LocalDate on) {
        return new Report(step, revision, on, Optional.of(terms), Optional.empty(), List.of());
    }

    public static Report meeting(int revision, Change change, LocalDate on) {
        return new Report(Step.CHANGED_BY_MEETING, revision, on, Optional.empty(), Optional.of(change), List.of());
    }

    /** @param missing what an adjourned request is to come back with */
    public static Report decided(Step step, int revision, List<MissingItem> missing, LocalDate on) {
        return new Report(step, revision, on, Optional.empty(), Optional.empty(), missing);
    }
}
