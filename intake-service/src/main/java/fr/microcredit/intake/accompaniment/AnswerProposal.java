package fr.microcredit.intake.accompaniment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.LoanStage;
import fr.microcredit.intake.accompaniment.domain.ProposalRules;
import fr.microcredit.intake.request.FrozenTerms;
import fr.microcredit.intake.request.domain.Funding.SubsidyPayer;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The office answers how its bank would go on without the guarantee or the subsidy it has asked for. */
@ApplicationScoped
public class AnswerProposal {
    private final Acts acts;
    private final Store<Request> requests;
    private final Accompaniments accompaniments;

    AnswerProposal(Acts acts, Store<Request> requests, Accompaniments accompaniments) {
        this.acts = acts;
        this.requests = requests;
        this.accompaniments = accompaniments;
    }

    public Uni<Kept<Request>> agree(Act act, UUID dossierId, SubsidyPayer payer) {
        act.noting("subsidyPaidBy", Codes.of(payer));
        return answer(act, dossierId.toString(), (request, known, on) -> ProposalRules.agree(request, known,
                new ProposalRules.Answer(payer, FrozenTerms.loanWithoutGuarantee(request),
                        FrozenTerms.loanWithoutSubsidy(request)),
                on))
                .map(Answered::request);
    }

    /** The bank decides again on what it has. */
    public Uni<Kept<Request>> decline(Act act, UUID dossierId) {
        return answer(act, dossierId.toString(), ProposalRules::decline)
                .call(answered -> accompaniments.save(answered.known().at(LoanStage.BANK_ACCEPTED,
                        answered.request().state().lastOn())))
                .map(Answered::request);
    }

    private interface Rule {
        Decision<Request, RequestEvent> of(Request request, Optional<Accompaniment> known, LocalDate on);
    }

    private record Answered(Kept<Request> request, Accompaniment known) {
    }

    private Uni<Answered> answer(Act act, String key, Rule rule) {
        return Locks.ahead(key)
                .chain(() -> Beside.of(requests.locked(key), accompaniments.locked(key),
                        (request, known) -> known.map(Kept::state)))
                .chain(known -> acts.change(act, requests, key, key, (request, on) -> {
                    known.ifPresent(last -> BusinessCalendar.requireNotBefore(last.lastOn(), on, act.pointer()));
                    return rule.of(request, known, on);
                }).map(request -> new Answered(request, known.orElseThrow())));
    }
}
