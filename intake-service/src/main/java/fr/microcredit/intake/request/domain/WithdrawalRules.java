package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.Request.Withdrawal;
import fr.microcredit.intake.request.domain.RequestEvent.WithdrawalReason;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;

/**
 * How a request is given up: by the office alone as long as no bank has it, afterwards by asking the bank, which may be
 * signing or paying out at that moment and so has to say that it is over.
 */
public final class WithdrawalRules {
    private WithdrawalRules() {
    }

    /** The same again changes nothing. */
    public static Decision<Request, RequestEvent> withdraw(Request request, WithdrawalReason reason, LocalDate on) {
        if (request.stage().isFinal()) {
            return RequestRules.wrongStage();
        }
        if (!request.wasSent()) {
            return Decision.accepted(request.at(Stage.WITHDRAWN, on), new RequestEvent.Withdrawn(reason));
        }
        Optional<Withdrawal> asked = request.withdrawal();
        if (asked.isPresent()) {
            return asked.get().reason() == reason
                    ? Decision.unchanged(request)
                    : Decision.refused(Reason.conflict("withdrawal-asked"));
        }
        return Decision.accepted(
                request.at(request.stage(), on).asking(Optional.of(new Withdrawal(reason, on))),
                new RequestEvent.WithdrawalAsked(reason));
    }

    /** The bank has written it down; empty where nothing was asked yet. */
    public static Optional<Accepted<Request, RequestEvent>> granted(Request request, LocalDate on) {
        return request.stage().isFinal()
                ? Optional.of(new Accepted<>(request, List.of()))
                : request.withdrawal().map(asked -> new Accepted<>(request.at(Stage.WITHDRAWN, on),
                        List.of(new RequestEvent.Withdrawn(asked.reason()))));
    }

    /** It came too late: the loan goes on. */
    public static Accepted<Request, RequestEvent> declined(Request request) {
        return new Accepted<>(request.asking(Optional.empty()), List.of());
    }
}
