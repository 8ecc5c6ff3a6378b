package fr.microcredit.intake.accompaniment.domain;

import static fr.microcredit.intake.accompaniment.domain.LoanStage.BANK_ACCEPTED;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.BANK_DISAGREED;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.CONCERTED;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.CONTRACTED;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.DISBURSED;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.IN_DEFAULT;
import static fr.microcredit.intake.accompaniment.domain.LoanStage.TRANSMITTED;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import fr.microcredit.intake.accompaniment.domain.LoanReport.Step;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision.Accepted;

/** The one table of what a report makes of an accompaniment; one that finds no line came before what it builds on. */
public final class AccompanimentRules {
    private record Line(Set<LoanStage> from, LoanStage to) {
    }

    private static final Map<Step, Line> TABLE = new EnumMap<>(Step.class);
    private static final Set<LoanStage> OVER = EnumSet.of(LoanStage.BANK_REFUSED, LoanStage.REPAID,
            LoanStage.WRITTEN_OFF, LoanStage.ENDED);
    private static final Set<LoanStage> PAID_OUT = EnumSet.of(DISBURSED, IN_DEFAULT, LoanStage.REPAID,
            LoanStage.WRITTEN_OFF, LoanStage.ENDED);
    private static final Set<Step> ENDS = EnumSet.of(Step.ACCELERATED, Step.REPAID, Step.WRITTEN_OFF);
    private static final Map<Step, RequestEvent.Outcome> OUTCOMES = Map.of(Step.REPAID, RequestEvent.Outcome.REPAID,
            Step.WRITTEN_OFF, RequestEvent.Outcome.WRITTEN_OFF);

    static {
        TABLE.put(Step.BANK_ACCEPTED,
                new Line(EnumSet.of(TRANSMITTED, BANK_ACCEPTED, CONCERTED, CONTRACTED), BANK_ACCEPTED));
        TABLE.put(Step.BANK_DISAGREED, new Line(EnumSet.of(TRANSMITTED, BANK_ACCEPTED, CONTRACTED), BANK_DISAGREED));
        // Once more too, where the office has agreed to its proposal: then it has the terms anew, and its acceptance before them.
        TABLE.put(Step.BANK_PROPOSED,
                new Line(EnumSet.of(BANK_ACCEPTED, CONTRACTED, TRANSMITTED), LoanStage.BANK_PROPOSED));
        TABLE.put(Step.MET_WITHOUT_CHANGE, new Line(EnumSet.of(BANK_DISAGREED), CONCERTED));
        TABLE.put(Step.BANK_REFUSED, new Line(EnumSet.of(CONCERTED, TRANSMITTED), LoanStage.BANK_REFUSED));
        TABLE.put(Step.CONTRACTED, new Line(EnumSet.of(BANK_ACCEPTED), CONTRACTED));
        TABLE.put(Step.DISBURSED, new Line(EnumSet.of(CONTRACTED), DISBURSED));
        TABLE.put(Step.ACCELERATED, new Line(EnumSet.of(DISBURSED), IN_DEFAULT));
        TABLE.put(Step.REPAID, new Line(EnumSet.of(DISBURSED, IN_DEFAULT), LoanStage.REPAID));
        TABLE.put(Step.WRITTEN_OFF, new Line(EnumSet.of(DISBURSED, IN_DEFAULT), LoanStage.WRITTEN_OFF));
    }

    private AccompanimentRules() {
    }

    /**
     * What the frozen terms say of a bank that disagrees.
     *
     * @param approvalDays    how long an approval stays valid after a bank's final refusal
     * @param meetingRequired whether office and bank meet before its last word
     */
    public record Frozen(int approvalDays, boolean meetingRequired) {
    }

    /** What a report leads to. */
    public sealed interface Effect {
        /** It came before what it builds on. */
        record Early() implements Effect {
        }

        /** It says nothing new: the request has ended or goes another way since. */
        record None() implements Effect {
        }

        /** Another stage. */
        record Moved(Accepted<Accompaniment, RequestEvent> accepted) implements Effect {
        }
    }

    /**
     * @param known  empty before the bank's first word
     * @param frozen with the request
     */
    public static Effect apply(Request request, Optional<Accompaniment> known, LoanReport report, Frozen frozen) {
        boolean outdated = report.revision() != 0 && report.revision() < request.revision();
        if (request.stage().isFinal() || outdated) {
            return new Effect.None();
        }
        LoanStage stage = stage(request, known);
        Line line = TABLE.get(report.step());
        boolean fits = request.stage() == Stage.TRANSMITTED && report.revision() <= request.revision()
                && (line.from().contains(stage) || isLastWordWithoutMeeting(report.step(), stage, frozen));
        if (!fits) {
            return isOfThePast(report.step(), stage) ? new Effect.None() : new Effect.Early();
        }
        return toldUnderConsent(request, report, line.to())
                .<Effect>map(to -> moved(request, report, to, frozen.approvalDays())).orElseGet(Effect.None::new);
    }

    /** What a loan has come past already is no news of it. */
    private static boolean isOfThePast(Step step, LoanStage stage) {
        return PAID_OUT.contains(stage) && ENDS.contains(step);
    }

    /**
     * Incidents are told to the office under the applicant's consent, from its day on. Without it the default is not known here,
     * and of an end without repayment only that it is one.
     */
    private static Optional<LoanStage> toldUnderConsent(Request request, LoanReport report, LoanStage to) {
        boolean agreed = request.content().consents().allowIncidentReports(report.on());
        return switch (report.step()) {
            case ACCELERATED -> Optional.of(to).filter(any -> agreed);
            case WRITTEN_OFF -> Optional.of(agreed ? to : LoanStage.ENDED);
            default -> Optional.of(to);
        };
    }

    /** Where the scheme asks for no meeting none is held, and the bank may have its last word at once. */
    private static boolean isLastWordWithoutMeeting(Step step, LoanStage stage, Frozen frozen) {
        return !frozen.meetingRequired() && stage == BANK_DISAGREED
                && (step == Step.BANK_ACCEPTED || step == Step.BANK_REFUSED);
    }

    private static Effect moved(Request request, LoanReport report, LoanStage to, int approvalDays) {
        Optional<LocalDate> until = Optional.of(report.on().plusDays(approvalDays))
                .filter(any -> to == LoanStage.BANK_REFUSED);
        Accompaniment next = new Accompaniment(report.about(), request.revision(), to, until, report.proposal(),
                report.on());
        return new Effect.Moved(new Accepted<>(next, Optional.ofNullable(OUTCOMES.get(report.step()))
                .<List<RequestEvent>>map(outcome -> List.of(new RequestEvent.Closed(outcome))).orElse(List.of())));
    }

    /** Whether a bank has the request still to deal with: neither has it refused for good, nor is the loan over. */
    public static boolean bankHas(Request request, Optional<Accompaniment> known) {
        return request.wasSent() && !OVER.contains(stage(request, known));
    }

    /** Where a request stands with its bank; a changed one that was sent again begins anew. */
    public static LoanStage stage(Request request, Optional<Accompaniment> known) {
        return known.filter(each -> each.revision() == request.revision()).map(Accompaniment::stage)
                .orElse(TRANSMITTED);
    }
}
