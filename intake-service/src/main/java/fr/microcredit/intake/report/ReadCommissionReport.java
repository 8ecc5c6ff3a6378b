package fr.microcredit.intake.report;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.report.domain.CommissionReport;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.tenancy.Roles;

/** The report as the office and its commission see it: the office at any time, the commission once the request is handed in. */
@ApplicationScoped
public class ReadCommissionReport {
    private final Store<Request> requests;
    private final Store<CommissionReport> reports;

    ReadCommissionReport(Store<Request> requests, Store<CommissionReport> reports) {
        this.requests = requests;
        this.reports = reports;
    }

    /** Without a version where nothing was written; empty where the dossier is none of this actor's. */
    public Uni<Optional<Kept<CommissionReport>>> one(Actor actor, String key) {
        return Beside.of(requests.find(key), reports.find(key),
                (request, report) -> request.map(Kept::state).filter(found -> isSeenBy(actor, found))
                        .map(found -> report.orElseGet(() -> new Kept<>(key, CommissionReport.NOTHING_WRITTEN,
                                CommissionReport.none(found.about(), found.openedOn())))));
    }

    private static boolean isSeenBy(Actor actor, Request request) {
        boolean atTheDesk = actor.has(Roles.OFFICE_AGENT) || actor.has(Roles.OFFICE_MANAGER);
        return request.tenant().equals(actor.tenantId()) && (atTheDesk || request.stage() != Stage.DRAFT);
    }
}
