package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * When a named agent may end a dossier of whose applicant nobody hears any more. What a bank has is not abandoned but
 * withdrawn: the bank has to write it down.
 */
public final class AbandonmentRules {
    /** Without a step of the dossier; a value of the platform, no text says it (domain.md A.18). */
    static final int DAYS_WITHOUT_CONTACT = 90;

    private AbandonmentRules() {
    }

    public static Decision<Request, RequestEvent> abandon(Request request, Optional<Accompaniment> known,
            LocalDate on) {
        boolean refused = AfterRefusalRules.refusal(request, known).isPresent();
        if (request.stage().isFinal() || request.wasSent() && !refused) {
            return RequestRules.wrongStage();
        }
        LocalDate newest = known.map(Accompaniment::lastOn).filter(request.lastOn()::isBefore)
                .orElse(request.lastOn());
        LocalDate from = newest.plusDays(DAYS_WITHOUT_CONTACT);
        return on.isBefore(from)
                ? Decision.refused(Reason.invalid("/effectiveOn", "still-to-be-awaited", from))
                : Decision.accepted(request.at(Stage.ABANDONED, on), new RequestEvent.Closed(Outcome.ABANDONED));
    }
}
