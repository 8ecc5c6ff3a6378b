package fr.microcredit.intake.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.AccompanimentRules;
import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** What an office sees of its own dossiers. */
@ApplicationScoped
public class ReadDossiers {
    /** Whoever it is: dossiers are looked up by their own identifier. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Store<Request> requests;
    private final Store<Accompaniment> accompaniments;
    private final Applicants applicants;
    private final Timeline timeline;
    private final DossierPages pages;

    ReadDossiers(Store<Request> requests, Store<Accompaniment> accompaniments, Applicants applicants,
            Timeline timeline, DossierPages pages) {
        this.requests = requests;
        this.accompaniments = accompaniments;
        this.applicants = applicants;
        this.timeline = timeline;
        this.pages = pages;
    }

    /**
     * A request and what has become of it.
     *
     * @param applicant empty where the person was erased
     */
    public record Dossier(Request request, Optional<Accompaniment> accompaniment, Optional<Applicant> applicant)
            implements
                Aggregate {
        /** How far it has come, over all rooms. */
        @Override
        public String status() {
            return request.stage() == Stage.TRANSMITTED
                    ? Codes.of(AccompanimentRules.stage(request, accompaniment))
                    : request.status();
        }

        @Override
        public String key() {
            return request.key();
        }

        @Override
        public String tenant() {
            return request.tenant();
        }

        @Override
        public LocalDate day() {
            return request.day();
        }

        @Override
        public LocalDate lastOn() {
            return request.lastOn();
        }
    }

    public Uni<Optional<Kept<Dossier>>> one(Actor actor, String key) {
        return applicants.asked(key).chain(applicant -> item(key)
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())))
                .chain(found -> applicant.map(who -> found.map(kept -> kept.with(
                        new Dossier(kept.state().request(), kept.state().accompaniment(), who))))));
    }

    private Uni<Optional<Kept<Dossier>>> item(String key) {
        return requests.find(key).chain(request -> accompaniment(key, request).map(accompaniment -> request
                .map(kept -> kept.with(new Dossier(kept.state(), accompaniment.map(Kept::state), Optional.empty())))));
    }

    /** Before a bank has the request there is none to look for. */
    private Uni<Optional<Kept<Accompaniment>>> accompaniment(String key, Optional<Kept<Request>> request) {
        return request.filter(kept -> kept.state().stage() == Stage.TRANSMITTED).isPresent()
                ? accompaniments.find(key)
                : Uni.createFrom().item(Optional.empty());
    }

    /** With who asks; what is looked up for one is asked for all of them at once. */
    public Uni<List<Kept<Dossier>>> page(Store.Filter filter, DossierPages.Wanted wanted) {
        return pages.page(filter, wanted)
                .invoke(keys -> UnitOfWork.current().expect(
                        keys.stream().map(key -> About.dossier(UUID.fromString(key), NOBODY, filter.tenant()))
                                .toList()))
                .chain(keys -> Each.mapped(keys, this::named))
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Uni<Optional<Kept<Dossier>>> named(String key) {
        return item(key).chain(found -> applicants.find(key).map(who -> found.map(kept -> kept.with(
                new Dossier(kept.state().request(), kept.state().accompaniment(), who)))));
    }

    /** Incidents only under consent. Fails with {@code not-found} for an identifier that is none of this office. */
    public Uni<List<Timeline.Entry>> timeline(Actor actor, String key) {
        return one(actor, key).map(found -> found.orElseThrow(RefusedException::unknown).state().request())
                .chain(request -> timeline.of(key)
                        .map(entries -> UnderConsent.shown(entries, request.content().consents())));
    }
}
