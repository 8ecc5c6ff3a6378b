package fr.microcredit.intake.dossier;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.accompaniment.domain.LoanStage;
import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.intake.timeline.Timeline;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;

/** What an office sees of its own dossiers. */
@ApplicationScoped
public class ReadDossiers {
    /** What does not fit under other terms waits at its bank still. */
    private static final Set<Stage> WITH_A_BANK = EnumSet.of(Stage.TRANSMITTED, Stage.FOUND_INELIGIBLE);

    private static final Set<LoanStage> WITH_A_LOAN = EnumSet.of(LoanStage.DISBURSED, LoanStage.IN_DEFAULT);

    private final Store<Request> requests;
    private final Store<Accompaniment> accompaniments;
    private final Store<Difficulty> loans;
    private final Applicants applicants;
    private final Timeline timeline;
    private final Dossiers dossiers;
    private final BanksToday banks;

    ReadDossiers(Store<Request> requests, Store<Accompaniment> accompaniments, Store<Difficulty> loans,
            Applicants applicants, Timeline timeline, Dossiers dossiers, BanksToday banks) {
        this.requests = requests;
        this.accompaniments = accompaniments;
        this.loans = loans;
        this.applicants = applicants;
        this.timeline = timeline;
        this.dossiers = dossiers;
        this.banks = banks;
    }

    /** As it stands at the end of a command, whatever of it was written already. */
    public Uni<Optional<Kept<Dossier>>> changed(Actor actor, String key) {
        return applicants.asked(key).chain(applicant -> requests.find(key)
                .map(found -> found.filter(kept -> kept.state().tenant().equals(actor.tenantId())))
                .chain(found -> accompaniment(key, found).chain(after -> loan(key, after).chain(loan -> applicant.map(
                        who -> found.map(kept -> kept.with(
                                new Dossier(kept.state(), after.map(Kept::state), who, loan))))))))
                .chain(banks::lookedAt);
    }

    /** Before a bank has the request there is none to look for. */
    private Uni<Optional<Kept<Accompaniment>>> accompaniment(String key, Optional<Kept<Request>> request) {
        return request.filter(kept -> WITH_A_BANK.contains(kept.state().stage())).isPresent()
                ? accompaniments.find(key)
                : Uni.createFrom().item(Optional.empty());
    }

    /** Only of what was paid out and is not over there is something to do. */
    private Uni<Optional<Difficulty>> loan(String key, Optional<Kept<Accompaniment>> after) {
        return after.filter(kept -> WITH_A_LOAN.contains(kept.state().stage())).isPresent()
                ? loans.find(key).map(found -> found.map(Kept::state))
                : Uni.createFrom().item(Optional.empty());
    }

    public Uni<Optional<Kept<Dossier>>> one(Actor actor, String key) {
        return dossiers.find(actor.tenantId(), key).chain(banks::lookedAt);
    }

    /** With who asks. */
    public Uni<List<Kept<Dossier>>> page(Store.Filter filter, Dossiers.Wanted wanted) {
        return dossiers.page(filter, wanted).chain(banks::allLookedAt);
    }

    /** The others of the same person. Fails with {@code not-found} for an identifier that is none of this office. */
    public Uni<List<Kept<Dossier>>> ofTheSamePerson(Actor actor, String key) {
        return dossiers.ofThePerson(actor.tenantId(), key).chain(banks::allLookedAt).map(found -> {
            List<Kept<Dossier>> others = found.stream().filter(each -> !each.key().equals(key)).toList();
            if (others.size() == found.size()) {
                throw RefusedException.unknown();
            }
            return others;
        });
    }

    /** Incidents only under consent. Fails with {@code not-found} for an identifier that is none of this office. */
    public Uni<List<Timeline.Entry>> timeline(Actor actor, String key) {
        return Beside.of(one(actor, key), timeline.of(actor.tenantId(), key),
                (found, entries) -> UnderConsent.shown(entries,
                        found.orElseThrow(RefusedException::unknown).state().request().content().consents()));
    }
}
