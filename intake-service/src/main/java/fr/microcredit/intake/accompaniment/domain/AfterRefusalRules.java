package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.LoanRequest;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Outcome;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Reason;

/**
 * What an office makes of a bank's final refusal. The public side's approval stays valid for the scheme's days: the dossier
 * goes to another bank under a new consent, or it ends (domain.md A.5).
 */
public final class AfterRefusalRules {
    private AfterRefusalRules() {
    }

    /**
     * Another bank for the same request.
     *
     * @param consentGivenOn day on which the applicant has agreed to this bank, not before the refusal of the last one
     */
    public record Proposal(String bankId, LocalDate consentGivenOn) {
    }

    /**
     * The request becomes another revision: what a bank asks for is in the terms, so they are frozen again for this one.
     *
     * @param hasConvention whether the bank works under the request's scheme on the day
     */
    public static Decision<Request, RequestEvent> propose(Request request, Optional<Accompaniment> known,
            Proposal proposal, boolean hasConvention, LocalDate on) {
        Optional<Accompaniment> refusal = refusal(request, known);
        if (refusal.isEmpty()) {
            return RequestRules.wrongStage();
        }
        List<Reason> reasons = new ArrayList<>(late(refusal.get(), on));
        if (request.withdrawal().isPresent()) {
            reasons.add(Reason.conflict("withdrawal-pending"));
        }
        if (isRefusedBy(request, proposal.bankId())) {
            reasons.add(Reason.invalid("/bankId", "bank-has-refused"));
        } else if (!hasConvention) {
            reasons.add(Reason.invalid("/bankId", "bank-without-convention"));
        }
        if (proposal.consentGivenOn().isBefore(refusal.get().lastOn())) {
            reasons.add(Reason.invalid("/consentGivenOn", "before-the-refusal", refusal.get().lastOn()));
        } else if (proposal.consentGivenOn().isAfter(on)) {
            reasons.add(Reason.invalid("/consentGivenOn", "date-in-the-future"));
        }
        return Decision.unless(reasons, () -> goingTo(request, proposal, on));
    }

    private static List<Reason> late(Accompaniment refusal, LocalDate on) {
        return refusal.approvedUntil().filter(on::isAfter).isPresent()
                ? List.of(Reason.conflict("approval-expired"))
                : List.of();
    }

    private static boolean isRefusedBy(Request request, String bank) {
        return request.about().bankId().equals(Optional.of(bank)) || request.refusedBy().contains(bank);
    }

    private static Decision<Request, RequestEvent> goingTo(Request request, Proposal proposal, LocalDate on) {
        LoanRequest before = request.asked();
        Request parted = request.refusedBy(request.about().bank());
        Request next = parted.approvedAs(parted.approval().orElseThrow().funded(Optional.empty()))
                .with(parted.about(), parted.content().forBank(proposal.bankId(), proposal.consentGivenOn()))
                .revised(request.revision() + 1, request.situationRevision()).at(Stage.AMENDED, on);
        return Decision.accepted(next, AmendmentRules.amended(next, RequestEvent.Cause.ANOTHER_BANK,
                AmendmentRules.changed(before, next.asked()), Optional.empty()));
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
