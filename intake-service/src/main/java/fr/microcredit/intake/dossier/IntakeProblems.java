package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.Map;

import fr.microcredit.intake.dossier.domain.Decision;
import fr.microcredit.intake.dossier.domain.Decision.Refusal;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Violation;

/** What the desk's refusals are called in answers. */
public final class IntakeProblems {
    public static final ProblemType WRONG_STAGE = new ProblemType("dossier-stage", 409);
    public static final ProblemType INCOMPLETE = new ProblemType("dossier-incomplete", 422);
    public static final ProblemType NO_CONSENT = new ProblemType("consent-missing", 409);

    private static final Map<Refusal, ProblemType> TYPES = Map.of(Refusal.WRONG_STAGE, WRONG_STAGE, Refusal.INCOMPLETE,
            INCOMPLETE, Refusal.NO_CONSENT, NO_CONSENT);

    private IntakeProblems() {
    }

    /** The accepted decision, or the refusal as a problem with all its reasons. */
    static Decision.Accepted require(Decision decision) {
        if (decision instanceof Decision.Refused refused) {
            List<Violation> violations = refused.faults().stream()
                    .map(fault -> Violation.at(fault.pointer(), fault.code())).toList();
            throw new ProblemException(TYPES.get(refused.refusal()), violations);
        }
        return (Decision.Accepted) decision;
    }
}
