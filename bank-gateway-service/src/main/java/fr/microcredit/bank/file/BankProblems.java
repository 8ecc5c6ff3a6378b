package fr.microcredit.bank.file;

import java.util.Map;

import fr.microcredit.bank.file.domain.FileDecision;
import fr.microcredit.bank.file.domain.FileDecision.Refusal;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;

/** What refusals are called in answers to banks. */
final class BankProblems {
    private static final Map<Refusal, ProblemType> TYPES = Map.of(Refusal.WRONG_STAGE,
            new ProblemType("file-stage", 409),
            Refusal.MEETING_REQUIRED, new ProblemType("meeting-required", 409), Refusal.GUARANTEE_PENDING,
            new ProblemType("guarantee-pending", 409), Refusal.GUARANTEE_DECLINED,
            new ProblemType("guarantee-declined", 409), Refusal.TOO_EARLY, new ProblemType("too-early", 422),
            Refusal.DATES_OUT_OF_ORDER, new ProblemType("dates-out-of-order", 422));

    private BankProblems() {
    }

    static FileDecision.Accepted require(FileDecision decision) {
        if (decision instanceof FileDecision.Refused refused) {
            throw new ProblemException(TYPES.get(refused.refusal()));
        }
        return (FileDecision.Accepted) decision;
    }
}
