package fr.microcredit.intake.dossier;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;

/** What of a timeline an office may see: incidents of the repayment only under the applicant's consent, from its day on. */
final class UnderConsent {
    private static final String PAID_OUT = "bank.disbursed";
    private static final String MISSED = "bank.instalment-missed";
    private static final String REPAID = "bank.repaid-in-full";
    private static final List<String> INCIDENTS = List.of("missedInstalments", "unpaidInstalments",
            "longestDelayDays");

    private UnderConsent() {
    }

    static List<Entry> shown(List<Entry> timeline, Consents consents) {
        boolean throughout = timeline.stream().filter(entry -> entry.type().equals(PAID_OUT))
                .allMatch(entry -> consents.allowIncidentReports(entry.on()));
        return timeline.stream()
                .filter(entry -> !entry.type().equals(MISSED) || consents.allowIncidentReports(entry.on()))
                .map(entry -> !entry.type().equals(REPAID) || throughout && consents.allowIncidentReports(entry.on())
                        ? entry
                        : withoutIncidents(entry))
                .toList();
    }

    /** Its totals speak of every day since the pay-out. */
    private static Entry withoutIncidents(Entry repaid) {
        ObjectNode data = (ObjectNode) KitJson.tree(repaid.data().json());
        data.remove(INCIDENTS);
        return repaid.saying(new Verbatim(data.toString()));
    }
}
