package fr.microcredit.intake.report;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.report.domain.CommissionReport;
import fr.microcredit.intake.report.domain.CommissionReport.Ruling;
import fr.microcredit.intake.report.domain.CommissionReportRules;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.store.Store;

/** Writes down on which version of the report the commission has decided; where there is none nothing is written down. */
@ApplicationScoped
public class NoteRuling {
    private final Reactions reactions;
    private final Store<CommissionReport> reports;

    NoteRuling(Reactions reactions, Store<CommissionReport> reports) {
        this.reactions = reactions;
        this.reports = reports;
    }

    public Uni<Void> handle(About about, Ruling ruling) {
        return reactions.ifKnown(reports, about.dossierId().toString(), ruling.on(),
                report -> new Accepted<>(CommissionReportRules.ruledOn(report, ruling), List.of()));
    }
}
