package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;

/**
 * When a bank owes the office an answer. Its silence past the days of its convention decides nothing: it is something to see to
 * (docs/adr 0048).
 */
public final class BankAnswerRules {
    /** A borrower who withdraws has thirty days to give back what was paid out (Code de la consommation, L312-26). */
    private static final int DAYS_TO_GIVE_BACK = 30;

    private BankAnswerRules() {
    }

    /** To what a bank has to say something. */
    public enum Question {
        /** The request it was sent. */
        DECISION,
        /** What was met about after it had disagreed. */
        LAST_WORD,
        /** That the request is given up. */
        WITHDRAWAL
    }

    /** @param since business date from which the days are counted */
    public record Awaited(Question question, LocalDate since) {
        /** The last day on which an answer is in time. */
        public LocalDate until(int days) {
            return since.plusDays(days);
        }
    }

    /**
     * @param known           empty before the bank's first word
     * @param meetingRequired by the frozen terms; where it is not, a bank that has disagreed has the next word too
     */
    public static Optional<Awaited> awaited(Request request, Optional<Accompaniment> known, boolean meetingRequired) {
        if (request.stage().isFinal() || !AccompanimentRules.bankHas(request, known)) {
            return Optional.empty();
        }
        if (request.withdrawal().isPresent()) {
            boolean paidOut = AccompanimentRules.stage(request, known) == LoanStage.DISBURSED;
            return request.withdrawal().map(Request.Withdrawal::askedOn)
                    .map(asked -> new Awaited(Question.WITHDRAWAL,
                            paidOut ? asked.plusDays(DAYS_TO_GIVE_BACK) : asked));
        }
        return request.stage() == Stage.TRANSMITTED
                ? ofTheBank(request, known, meetingRequired)
                : Optional.empty();
    }

    private static Optional<Awaited> ofTheBank(Request request, Optional<Accompaniment> known,
            boolean meetingRequired) {
        return switch (AccompanimentRules.stage(request, known)) {
            case TRANSMITTED ->
                Optional.of(new Awaited(Question.DECISION, request.registration().sentOn().orElse(request.lastOn())));
            case CONCERTED -> known.map(last -> new Awaited(Question.LAST_WORD, last.lastOn()));
            case BANK_DISAGREED -> known.filter(any -> !meetingRequired)
                    .map(last -> new Awaited(Question.LAST_WORD, last.lastOn()));
            default -> Optional.empty();
        };
    }

    /** The office has asked the bank for the answer it owes; no day moves by it. */
    public static Decision<Request, RequestEvent> remind(Request request, Optional<Accompaniment> known,
            boolean meetingRequired, LocalDate on) {
        return awaited(request, known, meetingRequired)
                .map(awaited -> Decision.<Request, RequestEvent>accepted(request.reminded(awaited.since(), on),
                        List.of()))
                .orElseGet(RequestRules::wrongStage);
    }
}
