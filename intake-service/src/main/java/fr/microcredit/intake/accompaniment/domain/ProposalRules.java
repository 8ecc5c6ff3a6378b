package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.Approval;
import fr.microcredit.intake.request.domain.Funding;
import fr.microcredit.intake.request.domain.Funding.SubsidyPayer;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.intake.request.domain.RequestEvent.Part;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * How an office answers a bank that would go on without the guarantee or the subsidy it has asked for (domain.md A.10). The bank
 * waits for this answer and does nothing else meanwhile.
 */
public final class ProposalRules {
    private ProposalRules() {
    }

    /**
     * How the office agrees.
     *
     * @param payer            who bears the difference of the two rates
     * @param withoutGuarantee whether the frozen terms let the loan live where nobody guarantees
     * @param withoutSubsidy   whether they let it live where the borrower pays the bank's rate
     */
    public record Answer(SubsidyPayer payer, boolean withoutGuarantee, boolean withoutSubsidy) {
        private List<Reason> against(BankProposal proposal) {
            List<Reason> reasons = new ArrayList<>();
            if (proposal.guarantees().isEmpty() && !withoutGuarantee) {
                reasons.add(Reason.conflict("convention-requires-guarantee"));
            }
            if (payer == SubsidyPayer.BORROWER && !withoutSubsidy) {
                reasons.add(Reason.conflict("convention-requires-subsidy"));
            }
            return reasons;
        }
    }

    /**
     * The office agrees: it is another revision under other terms, assessed again, since a borrower who pays the bank's rate
     * has less to live on. What then does not fit can be answered once more with another payer.
     */
    public static Decision<Request, RequestEvent> agree(Request request, Optional<Accompaniment> known,
            Answer answer, LocalDate on) {
        Optional<BankProposal> proposal = answerable(request, known);
        if (proposal.isEmpty()) {
            return RequestRules.wrongStage();
        }
        if (request.withdrawal().isPresent()) {
            return Decision.refused(Reason.conflict("withdrawal-pending"));
        }
        List<Reason> reasons = answer.against(proposal.get());
        if (!reasons.isEmpty()) {
            return Decision.refused(reasons.toArray(Reason[]::new));
        }
        Approval approval = request.approval().orElseThrow()
                .funded(Optional.of(new Funding(proposal.get().guarantees(), answer.payer())));
        Request next = request.approvedAs(approval).revised(request.revision() + 1, request.situationRevision())
                .at(Stage.AMENDED, on);
        return Decision.accepted(next,
                AmendmentRules.amended(next, Cause.FUNDING, List.of(Part.FUNDING), Optional.empty()));
    }

    /** The office does not agree: the bank decides again on what it has. */
    public static Decision<Request, RequestEvent> decline(Request request, Optional<Accompaniment> known,
            LocalDate on) {
        if (request.withdrawal().isPresent()) {
            return Decision.refused(Reason.conflict("withdrawal-pending"));
        }
        return pending(request, known)
                .map(proposal -> Decision.accepted(request.at(request.stage(), on),
                        (RequestEvent) new RequestEvent.ProposalDeclined(proposal.round())))
                .orElseGet(RequestRules::wrongStage);
    }

    /** What the office can answer, for the first time or once more. */
    public static Optional<BankProposal> answerable(Request request, Optional<Accompaniment> known) {
        return pending(request, known).or(() -> doesNotFit(request, known));
    }

    /** What the office has not answered. */
    public static Optional<BankProposal> pending(Request request, Optional<Accompaniment> known) {
        boolean waits = request.stage() == Stage.TRANSMITTED
                && AccompanimentRules.stage(request, known) == LoanStage.BANK_PROPOSED;
        return known.filter(any -> waits).flatMap(Accompaniment::proposal);
    }

    /** What the office has agreed to under terms that the rules do not allow; the bank waits still. */
    static Optional<BankProposal> doesNotFit(Request request, Optional<Accompaniment> known) {
        boolean answered = request.stage() == Stage.FOUND_INELIGIBLE
                && request.approval().flatMap(Approval::funding).isPresent();
        return known.filter(last -> answered && last.stage() == LoanStage.BANK_PROPOSED)
                .flatMap(Accompaniment::proposal);
    }
}
