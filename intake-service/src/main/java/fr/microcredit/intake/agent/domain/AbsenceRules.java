package fr.microcredit.intake.agent.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** Who may stand in for whom, and for how long. */
public final class AbsenceRules {
    /** A number of the platform's: whoever is away for longer has their dossiers entrusted to others. */
    static final int YEARS_MAX = 1;
    private static final String LAST_DAY = "/to";

    /**
     * Who names a substitute.
     *
     * @param subject by the identifier of the identity provider
     * @param manages whether as a manager, who may do so for others
     */
    public record By(String subject, boolean manages) {
        boolean mayFor(String agent) {
            return manages || subject.equals(agent);
        }
    }

    private AbsenceRules() {
    }

    /** @param known whether the office has such a substitute */
    public static Decision<Absence, Record> name(Absence absence, By by, boolean known) {
        List<Reason> reasons = new ArrayList<>();
        require(by.mayFor(absence.agent()), "/agent", "own-absence-only", reasons);
        if (!known) {
            reasons.add(Reason.conflict("unknown-agent"));
        }
        require(!absence.substitute().equals(absence.agent()), "/substitute", "own-substitute", reasons);
        require(!absence.to().isBefore(absence.from()), LAST_DAY, "before-the-first-day", reasons);
        require(!absence.to().isBefore(absence.lastOn()), LAST_DAY, "over-already", reasons);
        require(absence.to().isBefore(absence.from().plusYears(YEARS_MAX)), LAST_DAY, "away-too-long", reasons);
        return Decision.unless(reasons, () -> Decision.accepted(absence, List.of()));
    }

    /** They are back earlier, or stay after all. What was done until then stays done in their place. */
    public static Decision<Absence, Record> end(Absence absence, By by, LocalDate last, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        require(by.mayFor(absence.agent()), "", "own-absence-only", reasons);
        require(!last.isBefore(absence.from().minusDays(1)), LAST_DAY, "before-the-first-day", reasons);
        require(!last.isAfter(absence.to()), LAST_DAY, "only-earlier", reasons);
        return Decision.unless(reasons, () -> Decision.accepted(
                absence.to().equals(last) ? absence : absence.until(last, on), List.of()));
    }

    private static void require(boolean kept, String pointer, String code, List<Reason> reasons) {
        if (!kept) {
            reasons.add(Reason.invalid(pointer, code));
        }
    }
}
