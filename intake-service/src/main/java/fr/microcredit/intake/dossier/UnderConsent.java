package fr.microcredit.intake.dossier;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.json.KitJson;

/**
 * What of a timeline an office may see: incidents of the repayment only under the applicant's consent, from its day on. An
 * incident is what says by itself that an instalment was not paid: the report of it, the default, the claim on the guarantee with
 * its answers, what is recovered, and what is given up. Payments, and another table that the borrower has agreed to, are none.
 */
final class UnderConsent {
    private static final String PAID_OUT = "bank.disbursed";
    private static final Set<String> INCIDENTS = Set.of("bank.instalment-missed", "bank.accelerated",
            "bank.claim-filed", "bank.claim-withdrawn", "bank.recovery-received", "bank.written-off",
            "guarantee.claim-accepted", "guarantee.claim-rejected", "guarantee.claim-paid",
            "guarantee.recovery-shared");
    /** Their totals speak of every day since the pay-out. */
    private static final Set<String> WITH_TOTALS = Set.of("bank.repaid-in-full", "bank.corrected");
    private static final List<String> TOTALS = List.of("missedInstalments", "unpaidInstalments", "longestDelayDays");

    private static final String RELEASED = "guarantee.released";
    private static final String REASON = "reason";
    private static final String WRITTEN_OFF = "written-off";

    private UnderConsent() {
    }

    static List<Entry> shown(List<Entry> timeline, Consents consents) {
        boolean throughout = timeline.stream().filter(entry -> entry.type().equals(PAID_OUT))
                .allMatch(entry -> consents.allowIncidentReports(entry.on()));
        return timeline.stream()
                .filter(entry -> !INCIDENTS.contains(entry.type()) || consents.allowIncidentReports(entry.on()))
                .map(entry -> !WITH_TOTALS.contains(entry.type())
                        || throughout && consents.allowIncidentReports(entry.on())
                                ? entry
                                : withoutTotals(entry))
                .map(entry -> consents.allowIncidentReports(entry.on()) ? entry : withoutIncident(entry)).toList();
    }

    private static Entry withoutTotals(Entry entry) {
        ObjectNode data = (ObjectNode) KitJson.tree(entry.data().json());
        data.remove(TOTALS);
        return entry.saying(new Verbatim(data.toString()));
    }

    /** A guarantee ends with every loan; that it ends with one that was given up is left out. */
    private static Entry withoutIncident(Entry entry) {
        ObjectNode data = (ObjectNode) KitJson.tree(entry.data().json());
        boolean tells = entry.type().equals(RELEASED) && data.path(REASON).asText().equals(WRITTEN_OFF);
        return tells ? entry.saying(new Verbatim(data.without(List.of(REASON)).toString())) : entry;
    }
}
