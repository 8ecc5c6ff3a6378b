package fr.microcredit.intake.accompaniment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Banks;
import fr.microcredit.intake.accompaniment.domain.AnotherBankRules.Proposal;
import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.KnownSchemes.Filing;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** The office proposes another bank: after a final refusal, or where the bank has left before it had the request. */
@ApplicationScoped
public class AskAnotherBank {
    private final Acts acts;
    private final Store<Request> requests;
    private final Accompaniments accompaniments;
    private final KnownSchemes schemes;

    AskAnotherBank(Acts acts, Store<Request> requests, Accompaniments accompaniments, KnownSchemes schemes) {
        this.acts = acts;
        this.requests = requests;
        this.accompaniments = accompaniments;
        this.schemes = schemes;
    }

    public Uni<Kept<Request>> handle(Act act, UUID dossierId, Proposal proposal) {
        String key = dossierId.toString();
        act.noting("bankId", proposal.bankId()).noting("consentGivenOn", proposal.consentGivenOn().toString());
        return Locks.ahead(key).chain(() -> schemes.asked()).chain(catalogue -> Beside
                .of(requests.locked(key), accompaniments.find(key), (request, known) -> known.map(Kept::state))
                .chain(known -> catalogue.chain(all -> propose(act, key, known, all, proposal))));
    }

    private Uni<Kept<Request>> propose(Act act, String key, Optional<Accompaniment> known, List<Scheme> catalogue,
            Proposal proposal) {
        return acts.change(act, requests, key, key, (request, on) -> {
            known.ifPresent(last -> BusinessCalendar.requireNotBefore(last.lastOn(), on, act.pointer()));
            return AnotherBankRules.propose(request, known, proposal,
                    banks(catalogue, request.content(), proposal.bankId(), on), on);
        });
    }

    /** The rules of the scheme are those of the first day, whether it has ended since or not. */
    private static List<Reason> against(List<Scheme> catalogue, Filing filing, LocalDate on) {
        return KnownSchemes.takes(catalogue, filing.schemeId(), filing.bankId(), on)
                ? KnownSchemes.outside(catalogue, filing, on)
                : List.of(Reason.invalid("/bankId", "bank-without-convention"));
    }

    /** Without a request there is no bank either, and the stage says so. */
    private static Banks banks(List<Scheme> catalogue, Content content, String proposed, LocalDate on) {
        return content.request().map(asked -> new Banks(
                against(catalogue, new Filing(asked.schemeId(), proposed, content.commune()), on),
                KnownSchemes.takes(catalogue, asked.schemeId(), asked.bankId(), on),
                KnownSchemes.lastDay(catalogue, asked.schemeId(), asked.bankId(), on)))
                .orElseGet(() -> new Banks(List.of(), false, Optional.empty()));
    }
}
