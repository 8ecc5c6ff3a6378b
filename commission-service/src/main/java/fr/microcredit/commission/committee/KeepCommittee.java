package fr.microcredit.commission.committee;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.committee.domain.Committee.Mandate;
import fr.microcredit.commission.committee.domain.Committee.Rule;
import fr.microcredit.commission.committee.domain.CommitteeRules;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/**
 * The office's manager sets up its committee and enters who sits on it. Acts are dated by the day they are done on; a mandate
 * has days of its own.
 */
@ApplicationScoped
public class KeepCommittee {
    private static final String LOCK = "committee/";

    private final Acts acts;
    private final Store<Committee> committees;

    KeepCommittee(Acts acts, Store<Committee> committees) {
        this.acts = acts;
        this.committees = committees;
    }

    /** The first one sets the committee up. */
    public Uni<Kept<Committee>> rule(Act act, Rule rule) {
        String office = act.actor().tenantId();
        act.noting("quorum", rule.quorum()).noting("way", Codes.of(rule.way()));
        return Locks.ahead(LOCK + office).chain(() -> committees.locked(office)).chain(known -> known.isEmpty()
                ? acts.open(act, committees, on -> CommitteeRules.setUp(office, rule, on))
                : acts.report(act, committees, LOCK + office, office,
                        (committee, on) -> CommitteeRules.change(committee, rule, on)));
    }

    public Uni<Kept<Committee>> appoint(Act act, Mandate mandate) {
        String office = act.actor().tenantId();
        act.noting("mandate", mandate.id().toString()).noting("member", mandate.subject())
                .noting("function", Codes.of(mandate.function())).noting("from", mandate.from().toString());
        mandate.to().ifPresent(last -> act.noting("to", last.toString()));
        return acts.report(act, committees, LOCK + office, office,
                (committee, on) -> CommitteeRules.appoint(committee, mandate, on));
    }

    /** @param last day on which the mandate still holds */
    public Uni<Kept<Committee>> end(Act act, UUID mandate, LocalDate last) {
        String office = act.actor().tenantId();
        act.noting("mandate", mandate.toString()).noting("to", last.toString());
        return acts.report(act, committees, LOCK + office, office,
                (committee, on) -> CommitteeRules.end(committee, mandate, last, on));
    }
}
