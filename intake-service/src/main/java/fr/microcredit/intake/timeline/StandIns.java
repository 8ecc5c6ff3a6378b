package fr.microcredit.intake.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.intake.timeline.Timeline.Entry;

/** In whose place somebody has acted: that of the agent who had the dossier then and had named them as a substitute. */
public final class StandIns {
    private static final String OPENED = "dossier.opened";
    private static final String ENTRUSTED = "dossier.entrusted";

    private StandIns() {
    }

    /**
     * An entry as it was recorded.
     *
     * @param away for whom its actor stood in on its day, whosever dossier it is
     */
    public record Noted(Entry entry, List<Agent> away) {
    }

    /** @param noted in the order of the timeline */
    public static List<Entry> told(List<Noted> noted) {
        List<Entry> told = new ArrayList<>();
        Optional<String> having = Optional.empty();
        for (Noted each : noted) {
            Entry entry = each.entry();
            Optional<String> then = having;
            told.add(entry.insteadOf(each.away().stream()
                    .filter(agent -> then.filter(agent.subject()::equals).isPresent()).findFirst()));
            having = havingAfter(entry).or(() -> then);
        }
        return told;
    }

    private static Optional<String> havingAfter(Entry entry) {
        return switch (entry.type()) {
            case OPENED -> entry.by().map(Agent::subject);
            case ENTRUSTED -> entry.to().map(Agent::subject);
            default -> Optional.empty();
        };
    }
}
