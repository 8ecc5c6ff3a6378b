package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;

/**
 * How a dossier ends after a bank's final refusal. The public side's approval stays valid for the scheme's days: the dossier
 * goes to another bank ({@link AnotherBankRules}), or it ends (domain.md A.5).
 */
public final class AfterRefusalRules {
    private AfterRefusalRules() {
    }

    /** The applicant does not want to ask another bank, or what the next one would get does not fit. */
    public static Decision<Request, RequestEvent> giveUp(Request request, Optional<Accompaniment> known,
            LocalDate on) {
        boolean betweenBanks = !request.stage().isFinal() && !request.wasSent() && !request.refusedBy().isEmpty();
        return refusal(request, known).isEmpty() && !betweenBanks
                ? RequestRules.wrongStage()
                : Decision.accepted(request.at(Stage.NOT_LENT, on), new RequestEvent.Closed(Outcome.REFUSED_BY_BANK));
    }

    /**
     * The end of the last day of the approval; empty where the dossier goes another way since.
     *
     * @param day that ends
     */
    public static Optional<Accepted<Request, RequestEvent>> lapse(Request request, Accompaniment known,
            LocalDate day) {
        boolean over = known.approvedUntil().filter(last -> !last.isAfter(day)).isPresent();
        return refusal(request, Optional.of(known)).filter(any -> over)
                .map(any -> new Accepted<>(request.at(Stage.NOT_LENT, day),
                        List.of(new RequestEvent.Closed(Outcome.REFUSED_BY_BANK))));
    }

    /** The refusal for good of the bank that has the request now. */
    static Optional<Accompaniment> refusal(Request request, Optional<Accompaniment> known) {
        boolean refused = request.stage() == Stage.TRANSMITTED
                && AccompanimentRules.stage(request, known) == LoanStage.BANK_REFUSED;
        return known.filter(any -> refused);
    }
}
