package fr.microcredit.intake.accompaniment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.difficulty.domain.LadderRules;
import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.ConditionRules;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestRules.Sending;
import fr.microcredit.intake.request.domain.Stage;

/** What an office can do with a dossier as it stands, so that a front end offers that and nothing else. */
public final class PossibleActs {
    private PossibleActs() {
    }

    /** Each named as its address is; a step of a difficulty is that of {@code difficulty/steps}. */
    public enum Act {
        CHANGE, SUBMISSION, AMENDMENTS, ALTERNATIVE, RETURN, RECEIPTS, APPLICANT_CORRECTION, TRANSMISSION, WITHDRAWAL,
        ANOTHER_BANK, PROPOSAL_AGREEMENT, PROPOSAL_REFUSAL, CONDITIONS, CLOSURE, ENTRUSTMENT,
        BANK_REMINDER, DIFFICULTY_STEPS, DEFERRAL_REQUEST, SUPPORT_REQUEST, OVER_INDEBTEDNESS
    }

    /**
     * By the stage, and of what no bank has by whether its bank takes it still: dates, consents and what is missing are looked
     * at when it is done.
     *
     * @param loan            once it is paid out
     * @param sending         commission by the frozen terms, convention by what holds today
     * @param meetingRequired by the frozen terms
     */
    public static List<Act> of(Request request, Optional<Accompaniment> known, Optional<Difficulty> loan,
            Sending sending, boolean meetingRequired) {
        List<Act> acts = new ArrayList<>();
        Stage stage = request.stage();
        if (stage.isFinal()) {
            return acts;
        }
        if (stage == Stage.DRAFT) {
            acts.addAll(List.of(Act.CHANGE, Act.SUBMISSION));
        } else {
            acts.add(Act.APPLICANT_CORRECTION);
        }
        if (AmendmentRules.isAmendable(request)) {
            acts.addAll(List.of(Act.AMENDMENTS, Act.ALTERNATIVE, Act.RETURN));
            if (!request.missing().isEmpty()) {
                acts.add(Act.RECEIPTS);
            }
        }
        if (isToBeSent(stage, sending) && (request.wasSent() || sending.hasConvention())) {
            acts.add(Act.TRANSMISSION);
        }
        if (ConditionRules.open(request).isPresent()) {
            acts.add(Act.CONDITIONS);
        }
        if (request.withdrawal().isEmpty()) {
            acts.add(Act.WITHDRAWAL);
            acts.addAll(withTheBank(request, known, sending.hasConvention()));
        }
        if (!request.wasSent() || AfterRefusalRules.refusal(request, known).isPresent()) {
            acts.add(Act.CLOSURE);
        }
        acts.add(Act.ENTRUSTMENT);
        if (BankAnswerRules.awaited(request, known, meetingRequired).isPresent()) {
            acts.add(Act.BANK_REMINDER);
        }
        loan.ifPresent(paidOut -> acts.addAll(inDifficulty(paidOut)));
        return acts;
    }

    private static List<Act> inDifficulty(Difficulty loan) {
        List<Act> acts = new ArrayList<>();
        if (LadderRules.takesSteps(loan)) {
            acts.add(Act.DIFFICULTY_STEPS);
        }
        if (LadderRules.takesRequests(loan)) {
            acts.addAll(List.of(Act.DEFERRAL_REQUEST, Act.SUPPORT_REQUEST));
        }
        if (LadderRules.takesProcedure(loan)) {
            acts.add(Act.OVER_INDEBTEDNESS);
        }
        return acts;
    }

    private static boolean isToBeSent(Stage stage, Sending sending) {
        return stage == Stage.APPROVED || stage == Stage.ELIGIBLE && !sending.commissionRequired();
    }

    private static List<Act> withTheBank(Request request, Optional<Accompaniment> known, boolean takesIt) {
        if (AfterRefusalRules.refusal(request, known).isPresent()
                || AnotherBankRules.isForABankThatHasLeft(request, takesIt) || AnotherBankRules.doesNotFit(request)) {
            return List.of(Act.ANOTHER_BANK);
        }
        if (ProposalRules.pending(request, known).isPresent()) {
            return List.of(Act.PROPOSAL_AGREEMENT, Act.PROPOSAL_REFUSAL);
        }
        return ProposalRules.doesNotFit(request, known).isPresent() ? List.of(Act.PROPOSAL_AGREEMENT) : List.of();
    }
}
