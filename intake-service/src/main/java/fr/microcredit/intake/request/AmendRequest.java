package fr.microcredit.intake.request;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.Persons;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.KnownSchemes.Filing;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.intake.request.domain.AmendmentRules;
import fr.microcredit.intake.request.domain.AmendmentRules.Amendment;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.MissingItem;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.RequestEvent.Cause;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** The office changes a request that it has handed in, and says why. */
@ApplicationScoped
public class AmendRequest {
    private final Acts acts;
    private final Store<Request> requests;
    private final Applicants applicants;
    private final Persons persons;
    private final KnownSchemes schemes;

    AmendRequest(Acts acts, Store<Request> requests, Applicants applicants, Persons persons, KnownSchemes schemes) {
        this.acts = acts;
        this.requests = requests;
        this.applicants = applicants;
        this.persons = persons;
        this.schemes = schemes;
    }

    /** The dossier as it is to be: what is left out is gone. */
    public Uni<Kept<Request>> handle(Act act, UUID dossierId, Applicant applicant, Content content, Cause cause) {
        String key = dossierId.toString();
        act.noting("cause", Codes.of(cause));
        return persons.asked(applicant).chain(asked -> change(act, key, (request, before, on) -> asked
                .chain(person -> decide(request, before,
                        new Amendment(request.about().of(person), applicant, content, cause), on))))
                .call(kept -> applicants.put(key, kept.state().tenant(), applicant));
    }

    /** The same dossier for another amount over another term. */
    public Uni<Kept<Request>> resize(Act act, UUID dossierId, Money amount, int termMonths) {
        act.noting("cause", Codes.of(Cause.ALTERNATIVE));
        return change(act, dossierId.toString(), (request, before, on) -> decide(request, before, new Amendment(
                request.about(), before, request.content().resized(amount, termMonths), Cause.ALTERNATIVE), on));
    }

    /** The office asks the applicant for what is missing. */
    public Uni<Kept<Request>> giveBack(Act act, UUID dossierId, Set<MissingItem> items) {
        return aboutItems(act, dossierId, items, AmendmentRules::giveBack);
    }

    /** What was missing has come. */
    public Uni<Kept<Request>> received(Act act, UUID dossierId, Set<MissingItem> items) {
        return aboutItems(act, dossierId, items, AmendmentRules::receive);
    }

    private interface ItemsRule {
        Decision<Request, RequestEvent> of(Request request, Set<MissingItem> items, LocalDate on);
    }

    private Uni<Kept<Request>> aboutItems(Act act, UUID dossierId, Set<MissingItem> items, ItemsRule rule) {
        act.noting("items", items.stream().map(Codes::of).sorted().toList());
        return change(act, dossierId.toString(),
                (request, before, on) -> Uni.createFrom().item(rule.of(request, items, on)));
    }

    /** What the dossier becomes, of a day, for who asked before. */
    private interface Change {
        Uni<Decision<Request, RequestEvent>> of(Request request, Applicant before, LocalDate on);
    }

    private Uni<Kept<Request>> change(Act act, String key, Change change) {
        return Locks.ahead(key).chain(() -> applicants.asked(key))
                .chain(() -> acts.changeAfter(act, requests, key, key,
                        (request, on) -> applicants.find(key)
                                .map(found -> found.orElseThrow(RefusedException::unknown))
                                .chain(before -> change.of(request, before, on))));
    }

    private Uni<Decision<Request, RequestEvent>> decide(Request request, Applicant before, Amendment amendment,
            LocalDate on) {
        return schemes.all().map(all -> AmendmentRules.amend(request, before, amendment,
                catalogue(all, request, amendment, on), on));
    }

    /** What was asked in time runs on; another bank or scheme is asked today, and so is this one for another commune. */
    private static List<Reason> catalogue(List<Scheme> all, Request request, Amendment amendment, LocalDate on) {
        Optional<Filing> filing = amendment.content().request().map(
                asked -> new Filing(asked.schemeId(), asked.bankId(), amendment.content().commune()));
        if (AmendmentRules.filedAnew(request, amendment).isPresent()) {
            return filing.map(asked -> KnownSchemes.against(all, asked, on)).orElse(List.of());
        }
        return filing.filter(any -> AmendmentRules.hasMoved(request, amendment))
                .map(asked -> KnownSchemes.outside(all, asked, on)).orElse(List.of());
    }
}
