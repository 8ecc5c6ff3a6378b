package fr.microcredit.intake.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.Applicants.HandingIn;
import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.KnownSchemes.Filing;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestRules;
import fr.microcredit.intake.request.domain.WithdrawalRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The office hands the complete dossier in for assessment, sends it to the bank, or notes that it is given up. */
@ApplicationScoped
public class HandOverRequest {
    private final Acts acts;
    private final Store<Request> requests;
    private final Applicants applicants;
    private final KnownSchemes schemes;

    HandOverRequest(Acts acts, Store<Request> requests, Applicants applicants, KnownSchemes schemes) {
        this.acts = acts;
        this.requests = requests;
        this.applicants = applicants;
        this.schemes = schemes;
    }

    /** What other offices have of the same person stops nobody; the act says in the audit chain what its office was told. */
    public Uni<Kept<Request>> submit(Act act, UUID dossierId) {
        String key = dossierId.toString();
        return schemes.asked().chain(known -> Locks.ahead(key).chain(() -> applicants.handingIn(key))
                .chain(asked -> acts.changeAfter(act, requests, key, key, (request, on) -> known
                        .map(all -> catalogue(all, request, on))
                        .chain(reasons -> asked.map(found -> submitted(act, request,
                                found.orElseThrow(RefusedException::unknown), reasons, on))))));
    }

    private static Decision<Request, RequestEvent> submitted(Act act, Request request, HandingIn found,
            List<Reason> catalogue, LocalDate on) {
        found.openElsewhereSince().ifPresent(month -> act.noting("openElsewhereSince", month.toString()));
        return RequestRules.submit(request, found.applicant(), found.openElsewhereSince(), catalogue, on);
    }

    /** The applicant, whom the answer shows and most rules look at, is asked for together with the request. */
    private Uni<Kept<Request>> change(Act act, UUID dossierId,
            BiFunction<Request, LocalDate, Uni<Decision<Request, RequestEvent>>> rule) {
        String key = dossierId.toString();
        return Locks.ahead(key).chain(() -> applicants.asked(key))
                .chain(() -> acts.changeAfter(act, requests, key, key, rule));
    }

    private static List<Reason> catalogue(List<Scheme> all, Request request, LocalDate on) {
        return request.content().request().map(asked -> KnownSchemes.against(all,
                new Filing(asked.schemeId(), asked.bankId(), request.content().commune()), on)).orElse(List.of());
    }

    private static boolean takesIt(List<Scheme> all, Request request, LocalDate on) {
        return request.content().request()
                .filter(asked -> KnownSchemes.takes(all, asked.schemeId(), asked.bankId(), on)).isPresent();
    }

    /** A named agent sends the file to the bank; where the scheme has no commission, this is the public side's agreement. */
    public Uni<Kept<Request>> transmit(Act act, UUID dossierId) {
        return schemes.asked().chain(known -> change(act, dossierId, (request, on) -> known
                .map(all -> new RequestRules.Sending(FrozenTerms.commissionRequired(request),
                        takesIt(all, request, on)))
                .chain(sending -> applicants.find(request.key())
                        .map(applicant -> RequestRules.transmit(request, applicant, sending, on)))));
    }

    public Uni<Kept<Request>> withdraw(Act act, UUID dossierId, RequestEvent.WithdrawalReason reason) {
        act.noting("reason", Codes.of(reason));
        return change(act, dossierId,
                (request, on) -> Uni.createFrom().item(WithdrawalRules.withdraw(request, reason, on)));
    }
}
