package fr.microcredit.kit.reception;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.tenancy.DataScope;

/** What one transaction knows of the keys it works on; forgotten with the transaction when it fails. */
final class Batch {
    private final Set<String> fresh = new HashSet<>();
    private final Map<TopicKey, Long> progress = new HashMap<>();
    private final Map<TopicKey, Long> changed = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> parked = new HashSet<>();
    private final Map<TopicKey, Set<Long>> skipped = new HashMap<>();
    private DataScope scope = DataScope.system();

    /** Where an event stands relative to what was applied before. */
    enum Place {
        PAST, NEXT, AHEAD
    }

    /**
     * Something remembered of a key.
     *
     * @param kind {@code progress}: the last number applied; {@code open}, {@code skipped}: of a dead letter;
     *             {@code parked}
     */
    record Known(String kind, TopicKey at, long number) {
    }

    Batch(List<Known> known) {
        known.forEach(this::remember);
    }

    private void remember(Known known) {
        switch (known.kind()) {
            case "progress" -> progress.put(known.at(), known.number());
            case "open" -> blocked.add(known.at().key());
            case "skipped" -> skipped.computeIfAbsent(known.at(), any -> new HashSet<>()).add(known.number());
            default -> parked.add(known.at().key());
        }
    }

    void setFresh(Set<String> ids) {
        fresh.addAll(ids);
    }

    /** The last number that is done with: applied, or passed over by an operator. */
    private long last(TopicKey at) {
        long last = progress.getOrDefault(at, 0L);
        while (skipped.getOrDefault(at, Set.of()).contains(last + 1)) {
            last++;
        }
        return last;
    }

    Place place(ReceivedEvent event, TopicOrder order) {
        long last = last(new TopicKey(event.topic(), event.key()));
        if (order == TopicOrder.ANY) {
            return !fresh.contains(event.id()) ? Place.PAST : blocked.contains(event.key()) ? Place.AHEAD : Place.NEXT;
        }
        if (event.sequence() <= last) {
            return Place.PAST;
        }
        if (order == TopicOrder.LATEST) {
            return blocked.contains(event.key()) && !event.isTombstone() ? Place.AHEAD : Place.NEXT;
        }
        return blocked.contains(event.key()) || event.sequence() > last + 1 ? Place.AHEAD : Place.NEXT;
    }

    /** Whether an operator has to clear the way of its key first. */
    boolean isBlocked(ReceivedEvent event) {
        return blocked.contains(event.key());
    }

    void applied(ReceivedEvent event) {
        fresh.remove(event.id());
        TopicKey at = new TopicKey(event.topic(), event.key());
        long last = Math.max(event.sequence(), last(at));
        progress.put(at, last);
        changed.put(at, last);
    }

    void markParked(ReceivedEvent event) {
        fresh.remove(event.id());
        parked.add(event.key());
    }

    /** The keys whose parked events may find their way free now. */
    List<String> drainable() {
        return parked.stream().filter(key -> !blocked.contains(key)).sorted().toList();
    }

    Map<TopicKey, Long> changed() {
        return changed;
    }

    /** True when the transaction has to change its scope. */
    boolean enters(DataScope next) {
        boolean changes = !next.equals(scope);
        scope = next;
        return changes;
    }
}
