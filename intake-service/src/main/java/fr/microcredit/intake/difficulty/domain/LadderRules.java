package fr.microcredit.intake.difficulty.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.microcredit.intake.difficulty.domain.Difficulty.Phase;
import fr.microcredit.intake.difficulty.domain.Difficulty.State;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent.DeferralAsked;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent.OverIndebtednessAdmitted;
import fr.microcredit.intake.difficulty.domain.DifficultyEvent.SupportAsked;
import fr.microcredit.intake.difficulty.domain.Ladder.Answer;
import fr.microcredit.intake.difficulty.domain.Ladder.Deferral;
import fr.microcredit.intake.difficulty.domain.Ladder.Kind;
import fr.microcredit.intake.difficulty.domain.Ladder.Outcome;
import fr.microcredit.intake.difficulty.domain.Ladder.Procedure;
import fr.microcredit.intake.difficulty.domain.Ladder.Stage;
import fr.microcredit.intake.difficulty.domain.Ladder.Step;
import fr.microcredit.intake.difficulty.domain.Ladder.Support;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What an office may do about a loan in difficulty, and when. */
public final class LadderRules {
    /** Characters of a note. */
    public static final int NOTE_MAX = 4_000;
    /** Characters of a report for the support commission: some pages. */
    public static final int REPORT_MAX = 6_000;
    /** Months that can be put off at once where the convention says nothing (domain.md 7). */
    public static final int DEFERRAL_MONTHS_MAX = 3;
    /** Of a loan; who writes more writes it elsewhere. */
    static final int STEPS_MAX = 200;
    private static final String NOTE = "/note";
    private static final String OUTCOME = "/outcome";
    private static final String REQUIRED = "required";
    /** What can come of each kind of step that is recorded by itself. */
    private static final Map<Kind, Set<Outcome>> OUTCOMES = new EnumMap<>(Map.of(
            Kind.CALL, EnumSet.of(Outcome.REACHED, Outcome.NOT_REACHED, Outcome.AGREED, Outcome.DECLINED),
            Kind.VISIT, EnumSet.of(Outcome.REACHED, Outcome.NOT_REACHED, Outcome.AGREED, Outcome.DECLINED),
            Kind.DEFERRAL_INFORMATION, EnumSet.of(Outcome.REACHED, Outcome.AGREED, Outcome.DECLINED),
            Kind.RESCHEDULING_ASKED, EnumSet.of(Outcome.AWAITED, Outcome.AGREED, Outcome.DECLINED),
            Kind.BANK_ANSWER, EnumSet.of(Outcome.AGREED, Outcome.DECLINED),
            Kind.NOTE, EnumSet.noneOf(Outcome.class)));

    private LadderRules() {
    }

    /** The office writes down what it has done. A bank that declines has answered the deferral it was asked for. */
    public static Decision<Difficulty, DifficultyEvent> step(Difficulty loan, Step step) {
        if (!takesSteps(loan)) {
            return wrongStage();
        }
        if (loan.ladder().steps().size() >= STEPS_MAX) {
            return Decision.refused(Reason.conflict("ladder-full", STEPS_MAX));
        }
        return Decision.unless(against(step), () -> {
            Ladder next = loan.ladder().with(step);
            boolean declined = step.kind() == Kind.BANK_ANSWER && step.outcome().get() == Outcome.DECLINED;
            return Decision.accepted(loan.with(
                    declined ? next.deferralAnswered(new Answer(false, step.on())) : next, step.on()), List.of());
        });
    }

    private static List<Reason> against(Step step) {
        List<Reason> reasons = new ArrayList<>();
        Set<Outcome> possible = OUTCOMES.getOrDefault(step.kind(), Set.of());
        if (step.outcome().isEmpty() && !possible.isEmpty()) {
            reasons.add(Reason.invalid(OUTCOME, REQUIRED));
        }
        if (step.outcome().filter(given -> !possible.contains(given)).isPresent()) {
            reasons.add(Reason.invalid(OUTCOME, "outcome-does-not-fit"));
        }
        if (step.kind() == Kind.NOTE && step.note().isEmpty()) {
            reasons.add(Reason.invalid(NOTE, REQUIRED));
        }
        return reasons;
    }

    /**
     * The borrower asks to put instalments off, one that is missed or one to come. The same again, as long as the bank has not
     * answered, changes nothing.
     *
     * @param most months the convention puts off at once
     */
    public static Decision<Difficulty, DifficultyEvent> askDeferral(Difficulty loan, int months, int most, String by,
            LocalDate on) {
        if (!takesRequests(loan)) {
            return wrongStage();
        }
        Optional<Deferral> pending = loan.ladder().pendingDeferral();
        if (pending.isPresent()) {
            return pending.get().months() == months
                    ? Decision.unchanged(loan)
                    : Decision.refused(Reason.conflict("deferral-pending"));
        }
        if (months > most) {
            return Decision.refused(Reason.invalid("/months", "deferral-too-long", most));
        }
        Ladder next = loan.ladder().asking(new Deferral(months, on, Optional.empty()))
                .with(Step.done(Kind.DEFERRAL_ASKED, Outcome.AWAITED, by, on));
        return Decision.accepted(loan.with(next, on), new DeferralAsked(months));
    }

    /**
     * What the support commission is asked for.
     *
     * @param instalments by number, each once
     * @param report      of the office
     */
    public record Request(UUID requestId, Set<Integer> instalments, String report, String by) {
    }

    /** Of instalments that are owed, each by one request at a time. */
    public static Decision<Difficulty, DifficultyEvent> askSupport(Difficulty loan, Request request, LocalDate on) {
        if (!takesRequests(loan)) {
            return wrongStage();
        }
        List<Due> owed = request.instalments().stream().sorted()
                .flatMap(number -> loan.repayment().owed(number).stream()).toList();
        if (owed.size() < request.instalments().size()) {
            return Decision.refused(Reason.invalid("/instalments", "not-owed"));
        }
        List<Integer> numbers = owed.stream().map(Due::number).toList();
        if (loan.ladder().support().stream()
                .anyMatch(each -> !each.refused() && each.instalments().stream().anyMatch(numbers::contains))) {
            return Decision.refused(Reason.invalid("/instalments", "support-asked-already"));
        }
        Money amount = Money.sum(owed.stream().map(Due::amount).toList());
        Ladder next = loan.ladder().asking(new Support(request.requestId(), numbers, amount, request.report(),
                request.by(), on, Optional.empty()))
                .with(Step.done(Kind.SUPPORT_ASKED, Outcome.AWAITED, request.by(), on));
        return Decision.accepted(loan.with(next, on), new SupportAsked(request.requestId(), numbers, amount));
    }

    /**
     * A procedure of over-indebtedness goes on. Of a filing, and of one that is found inadmissible, nobody is told (Code de la
     * consommation, L721-3). The same again changes nothing.
     */
    public static Decision<Difficulty, DifficultyEvent> overIndebtedness(Difficulty loan, Procedure next, String by,
            LocalDate on) {
        Optional<Procedure> known = loan.ladder().procedure();
        if (loan.phase() != Phase.OVER && known.filter(next::equals).isPresent()) {
            return Decision.unchanged(loan);
        }
        if (!takesProcedure(loan)) {
            return wrongStage();
        }
        if (known.filter(before -> before.stage() == next.stage()).isPresent()
                || next.stage() == Stage.INADMISSIBLE && known.isEmpty()) {
            return Decision.refused(Reason.conflict("procedure-step"));
        }
        if (next.on().isAfter(on)) {
            return Decision.refused(Reason.invalid("/on", "date-in-the-future"));
        }
        if (known.filter(before -> next.on().isBefore(before.on())).isPresent()) {
            return Decision.refused(Reason.invalid("/on", "date-before-previous-step"));
        }
        Ladder ladder = loan.ladder().at(next)
                .with(new Step(Kind.OVER_INDEBTEDNESS, Optional.empty(), Optional.empty(), Optional.of(by), on));
        return Decision.accepted(loan.with(ladder, on), next.stage() == Stage.ADMISSIBLE
                ? List.of(new OverIndebtednessAdmitted(next.on()))
                : List.of());
    }

    /** While there is a difficulty, and of a loan in default: the office goes on helping. */
    public static boolean takesSteps(Difficulty loan) {
        return loan.state() == State.OPEN || loan.state() == State.IN_DEFAULT;
    }

    /** While the loan runs: of a loan in default nothing is put off, and once payments are stopped nothing is paid. */
    public static boolean takesRequests(Difficulty loan) {
        return loan.phase() == Phase.RUNNING && !loan.ladder().paymentsAreStopped();
    }

    /** Until it is admissible: then it is with the commission of over-indebtedness. */
    public static boolean takesProcedure(Difficulty loan) {
        return loan.phase() != Phase.OVER && !loan.ladder().paymentsAreStopped();
    }

    private static Decision<Difficulty, DifficultyEvent> wrongStage() {
        return Decision.refused(Reason.conflict("dossier-stage"));
    }
}
