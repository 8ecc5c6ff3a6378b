package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.LoanRequest;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * When an office may propose another bank for what the public side has approved: after a bank's final refusal, where the bank
 * has left before it had the request, and where it does not fit under the terms of the next one (domain.md A.5). The approval
 * stands; the applicant agrees to the new bank.
 */
public final class AnotherBankRules {
    private AnotherBankRules() {
    }

    /**
     * Another bank for the same request.
     *
     * @param consentGivenOn day on which the applicant has agreed to this bank
     */
    public record Proposal(String bankId, LocalDate consentGivenOn) {
    }

    /**
     * What the directory says on the day.
     *
     * @param against  what speaks against filing with the proposed bank under the request's scheme
     * @param present  whether the bank that was asked until now does
     * @param lastDay  on which that one did, where it does not any more
     */
    public record Banks(List<Reason> against, boolean present, Optional<LocalDate> lastDay) {
    }

    /**
     * Why another bank is asked.
     *
     * @param since         first day on which a consent to another bank counts
     * @param code          of a consent of an earlier day
     * @param approvedUntil last day of the approval, where a bank has refused; one that no bank has had does not end
     */
    private record Occasion(LocalDate since, String code, Optional<LocalDate> approvedUntil) {
    }

    /** The request becomes another revision: what a bank asks for is in the terms, so they are frozen again for this one. */
    public static Decision<Request, RequestEvent> propose(Request request, Optional<Accompaniment> known,
            Proposal proposal, Banks banks, LocalDate on) {
        return occasion(request, known, banks)
                .map(why -> Decision.unless(against(request, proposal, why, banks, on),
                        () -> goingTo(request, proposal, on)))
                .orElseGet(RequestRules::wrongStage);
    }

    /** Approved, and no bank has it: its bank may have left meanwhile. */
    public static boolean isForABankThatHasLeft(Request request, boolean bankTakesIt) {
        return isUnsent(request) && !bankTakesIt;
    }

    /** Approved, and under the terms of the bank it would go to it does not fit; under those of another one it may. */
    public static boolean doesNotFit(Request request) {
        return request.stage() == Stage.FOUND_INELIGIBLE && request.approval().isPresent() && !request.wasSent();
    }

    /** Approved, and no bank has it. */
    public static boolean isUnsent(Request request) {
        return request.stage() == Stage.APPROVED && !request.wasSent();
    }

    private static Optional<Occasion> occasion(Request request, Optional<Accompaniment> known, Banks banks) {
        Optional<LocalDate> until = known.flatMap(Accompaniment::approvedUntil);
        if (isForABankThatHasLeft(request, banks.present())) {
            return Optional.of(new Occasion(
                    banks.lastDay().map(last -> last.plusDays(1)).orElseGet(request::openedOn),
                    "before-the-bank-left", until));
        }
        if (doesNotFit(request)) {
            return Optional.of(new Occasion(request.lastOn(), "before-the-assessment", until));
        }
        return AfterRefusalRules.refusal(request, known)
                .map(refusal -> new Occasion(refusal.lastOn(), "before-the-refusal", until));
    }

    private static List<Reason> against(Request request, Proposal proposal, Occasion why, Banks banks, LocalDate on) {
        List<Reason> reasons = new ArrayList<>();
        if (why.approvedUntil().filter(on::isAfter).isPresent()) {
            reasons.add(Reason.conflict("approval-expired"));
        }
        if (request.withdrawal().isPresent()) {
            reasons.add(Reason.conflict("withdrawal-pending"));
        }
        if (isRefusedBy(request, proposal.bankId())) {
            reasons.add(Reason.invalid("/bankId", "bank-has-refused"));
        } else if (doesNotFit(request) && request.asked().bankId().equals(proposal.bankId())) {
            reasons.add(Reason.invalid("/bankId", "bank-asked-already"));
        } else {
            banks.against().forEach(reason -> reasons.add(reason.at("/bankId")));
        }
        if (proposal.consentGivenOn().isBefore(why.since())) {
            reasons.add(Reason.invalid("/consentGivenOn", why.code(), why.since()));
        } else if (proposal.consentGivenOn().isAfter(on)) {
            reasons.add(Reason.invalid("/consentGivenOn", "date-in-the-future"));
        }
        return reasons;
    }

    private static boolean isRefusedBy(Request request, String bank) {
        return request.about().bankId().equals(Optional.of(bank)) || request.refusedBy().contains(bank);
    }

    private static Decision<Request, RequestEvent> goingTo(Request request, Proposal proposal, LocalDate on) {
        LoanRequest before = request.asked();
        Request parted = request.about().bankId().map(request::refusedBy).orElse(request);
        Request next = parted.approvedAs(parted.approval().orElseThrow().funded(Optional.empty()))
                .with(parted.about(), parted.content().forBank(proposal.bankId(), proposal.consentGivenOn()))
                .revised(request.revision() + 1, request.situationRevision()).at(Stage.AMENDED, on);
        return Decision.accepted(next, AmendmentRules.amended(next, RequestEvent.Cause.ANOTHER_BANK,
                AmendmentRules.changed(before, next.asked()), Optional.empty()));
    }
}
