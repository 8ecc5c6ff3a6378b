package fr.microcredit.intake.report.domain;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.intake.report.domain.CommissionReport.Ruling;
import fr.microcredit.intake.report.domain.CommissionReport.Version;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** When an office may write its report for the commission, and what stays of it: every version, with what was decided on it. */
public final class CommissionReportRules {
    /** Characters of a text: some pages. */
    public static final int TEXT_MAX = 6_000;
    /** Of a report; who writes it more often than that writes it elsewhere first. */
    static final int VERSIONS_MAX = 50;

    private CommissionReportRules() {
    }

    /** What an agent has written. */
    public record Draft(String text, String author) {
    }

    /**
     * As long as a commission may decide on it, on what it has refused included: a later decision may take that one's place.
     * The same text again changes nothing.
     */
    public static Decision<CommissionReport, Void> write(CommissionReport report, Request request, Draft draft,
            LocalDate on) {
        if (request.stage().isFinal() && request.stage() != Stage.REFUSED) {
            return Decision.refused(Reason.conflict("dossier-stage"));
        }
        if (report.newest().filter(last -> last.text().equals(draft.text())).isPresent()) {
            return Decision.unchanged(report);
        }
        int written = report.versions().size();
        return written >= VERSIONS_MAX
                ? Decision.refused(Reason.conflict("report-full", VERSIONS_MAX))
                : Decision.accepted(report.with(new Version(written + 1, request.revision(), draft.text(),
                        draft.author(), on, List.of())), List.of());
    }

    /** What stood when the decision was heard is what it was made on; heard again it changes nothing. */
    public static CommissionReport ruledOn(CommissionReport report, Ruling ruling) {
        return report.knows(ruling.decisionId()) ? report : report.ruledOn(ruling);
    }
}
