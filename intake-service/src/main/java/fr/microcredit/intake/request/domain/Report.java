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
 * @param decided  what the commission adds to its decision
 */
public record Report(Step step, int revision, LocalDate on, Optional<Terms> terms, Optional<Change> change,
        Decided decided) {
    /** What it says. */
    public enum Step {
        FOUND_ELIGIBLE, FOUND_TO_JUDGE, FOUND_INELIGIBLE, INELIGIBILITY_CONFIRMED, APPROVED, REFUSED, ADJOURNED,
        CHANGED_BY_MEETING
    }

    /**
     * What the commission adds to its decision.
     *
     * @param missing    what an adjourned request is to come back with
     * @param conditions of an approval
     * @param replaces   whether it takes the place of an earlier decision, which it cites
     */
    public record Decided(List<MissingItem> missing, List<Approval.Condition> conditions, boolean replaces) {
        static final Decided NOTHING = new Decided(List.of(), List.of(), false);
    }

    /** Frozen by an assessment. */
    public record Terms(Verbatim document, Optional<String> schemeVersion) {
    }

    /** Agreed on in a meeting. */
    public record Change(Money amount, int termMonths) {
    }

    public static Report of(Step step, int revision, LocalDate on) {
        return new Report(step, revision, on, Optional.empty(), Optional.empty(), Decided.NOTHING);
    }

    public static Report assessed(Step step, int revision, Terms terms, LocalDate on) {
        return new Report(step, revision, on, Optional.of(terms), Optional.empty(), Decided.NOTHING);
    }

    public static Report meeting(int revision, Change change, LocalDate on) {
        return new Report(Step.CHANGED_BY_MEETING, revision, on, Optional.empty(), Optional.of(change),
                Decided.NOTHING);
    }

    public static Report decided(Step step, int revision, Decided decided, LocalDate on) {
        return new Report(step, revision, on, Optional.empty(), Optional.empty(), decided);
    }
}
