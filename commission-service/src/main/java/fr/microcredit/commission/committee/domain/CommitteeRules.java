package fr.microcredit.commission.committee.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.committee.domain.Committee.Mandate;
import fr.microcredit.commission.committee.domain.Committee.Rule;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/** How an office sets up its committee and keeps it. Nobody outside the service is told of it. */
public final class CommitteeRules {
    private static final String TO = "/to";

    private CommitteeRules() {
    }

    public static Decision<Committee, Void> setUp(String officeId, Rule rule, LocalDate on) {
        return Decision.accepted(new Committee(officeId, rule, List.of(), on), List.of());
    }

    /** Holds for what is decided from then on, in a session that is open as well. */
    public static Decision<Committee, Void> change(Committee committee, Rule rule, LocalDate on) {
        return committee.rule().equals(rule)
                ? Decision.unchanged(committee)
                : Decision.accepted(committee.under(rule, on), List.of());
    }

    /** A mandate of the past may be entered too: the election was before the platform. The same again changes nothing. */
    public static Decision<Committee, Void> appoint(Committee committee, Mandate mandate, LocalDate on) {
        if (mandate.to().filter(last -> last.isBefore(mandate.from())).isPresent()) {
            return Decision.refused(Reason.invalid(TO, "ends-before-it-begins"));
        }
        return committee.mandates().stream().anyMatch(mandate::isLike)
                ? Decision.unchanged(committee)
                : Decision.accepted(committee.with(mandate, on), List.of());
    }

    /**
     * A mandate ends earlier than it would, never later: a longer one is another mandate.
     *
     * @param last its last day; the eve of its first where it was entered by mistake and never was
     */
    public static Decision<Committee, Void> end(Committee committee, UUID id, LocalDate last, LocalDate on) {
        Optional<Mandate> found = committee.mandates().stream().filter(each -> each.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return Decision.refused(Reason.unknown());
        }
        Mandate mandate = found.get();
        if (mandate.to().equals(Optional.of(last))) {
            return Decision.unchanged(committee);
        }
        if (last.isBefore(mandate.from().minusDays(1))) {
            return Decision.refused(Reason.invalid(TO, "ends-before-it-begins"));
        }
        return mandate.to().filter(last::isAfter).isPresent()
                ? Decision.refused(Reason.invalid(TO, "mandate-not-extended"))
                : Decision.accepted(committee.ending(id, last, on), List.of());
    }
}
