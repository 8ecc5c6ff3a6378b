package fr.microcredit.intake.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import fr.microcredit.intake.report.domain.CommissionReport;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;

/** Reports for the commission in PostgreSQL, one row a dossier. */
@ApplicationScoped
class CommissionReportStore extends DocumentStore<CommissionReport, CommissionReportStore.CommissionReportRow> {
    CommissionReportStore() {
        super(CommissionReportRow.class, CommissionReportRow::new);
    }

    @Entity
    @Table(name = "commission_report")
    static class CommissionReportRow extends DocumentRow<CommissionReport> {
    }
}
