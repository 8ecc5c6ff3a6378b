package fr.microcredit.intake.report;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.report.domain.CommissionReport;
import fr.microcredit.intake.report.domain.CommissionReportRules;
import fr.microcredit.intake.report.domain.CommissionReportRules.Draft;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/** An agent writes what the commission is to read; each text is a version of its own. The audit chain has its number only. */
@ApplicationScoped
public class WriteCommissionReport {
    private final Acts acts;
    private final Store<Request> requests;
    private final Store<CommissionReport> reports;

    WriteCommissionReport(Acts acts, Store<Request> requests, Store<CommissionReport> reports) {
        this.acts = acts;
        this.requests = requests;
        this.reports = reports;
    }

    private record Known(Request request, Optional<Kept<CommissionReport>> report) {
    }

    public Uni<Kept<CommissionReport>> handle(Act act, UUID dossierId, String text) {
        String key = dossierId.toString();
        Draft draft = new Draft(text, act.actor().subject());
        return Locks.ahead(key).chain(() -> Beside.of(requests.find(key), reports.locked(key),
                (request, report) -> new Known(request.map(Kept::state)
                        .filter(found -> found.tenant().equals(act.actor().tenantId()))
                        .orElseThrow(RefusedException::unknown), report)))
                .chain(known -> known.report().isEmpty()
                        ? first(act, known.request(), draft)
                        : acts.change(act, reports, key, key,
                                (report, on) -> write(act, report, known.request(), draft, on)));
    }

    private Uni<Kept<CommissionReport>> first(Act act, Request request, Draft draft) {
        Versions.check(act.expectedVersion(), CommissionReport.NOTHING_WRITTEN);
        return acts.open(act, reports, on -> {
            BusinessCalendar.requireNotBefore(request.openedOn(), on, act.pointer());
            return write(act, CommissionReport.none(request.about(), on), request, draft, on);
        });
    }

    private static Decision<CommissionReport, Void> write(Act act, CommissionReport report, Request request,
            Draft draft, LocalDate on) {
        act.noting("version", report.versions().size() + 1);
        return CommissionReportRules.write(report, request, draft, on);
    }
}
