package fr.microcredit.kit.inbox;

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

    void setFresh(Set<String> ids) {
        fresh.addAll(ids);
    }

    void setProgress(Map<TopicKey, Long> known) {
        progress.putAll(known);
    }

    void setBlocked(Set<String> keys) {
        blocked.addAll(keys);
    }

    /** Numbers an operator has passed over. */
    void setSkipped(Map<TopicKey, Set<Long>> numbers) {
        skipped.putAll(numbers);
    }

    /** The last number that is done with: applied, or passed over. */
    private long last(TopicKey at) {
        long last = progress.getOrDefault(at, 0L);
        while (skipped.getOrDefault(at, Set.of()).contains(last + 1)) {
            last++;
        }
        return last;
    }

    /** True once for an event that was not received before. */
    boolean takeFresh(String eventId) {
        return fresh.remove(eventId);
    }

    Place place(ReceivedEvent event, TopicOrder order) {
        if (blocked.contains(event.key())) {
            return Place.AHEAD;
        }
        long last = last(new TopicKey(event.topic(), event.key()));
        return switch (order) {
            case ANY -> Place.NEXT;
            case LATEST -> event.sequence() > last ? Place.NEXT : Place.PAST;
            case GAPLESS -> event.sequence() <= last
                    ? Place.PAST
                    : event.sequence() == last + 1 ? Place.NEXT : Place.AHEAD;
        };
    }

    void note(ReceivedEvent event, Reception reception) {
        if (reception == Reception.APPLIED) {
            TopicKey at = new TopicKey(event.topic(), event.key());
            long last = Math.max(event.sequence(), last(at));
            progress.put(at, last);
            changed.put(at, last);
        }
    }

    void setParked(Set<String> keys) {
        parked.addAll(keys);
    }

    void markParked(String key) {
        parked.add(key);
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
