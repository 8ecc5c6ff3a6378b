package fr.microcredit.kit.reception;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import fr.microcredit.kit.tenancy.DataScope;

/**
 * A batch in as few parts as its tenants allow: each part is of one tenant, and the events of a key keep their order. Events
 * nobody listens to go with any part.
 *
 * @param scope  whose rows this part is about; empty when nobody listens to any of it
 * @param events in the order they came in
 */
record Waves(Optional<DataScope> scope, List<Opened> events) {

    /** @param scopes whose rows an event is about, empty for one nobody listens to */
    static List<Waves> of(List<Opened> batch, Function<Opened, Optional<DataScope>> scopes) {
        List<Waves> waves = new ArrayList<>();
        List<Opened> waiting = batch;
        while (!waiting.isEmpty()) {
            Optional<DataScope> scope = waiting.stream().map(scopes).flatMap(Optional::stream).findFirst();
            List<Opened> now = new ArrayList<>();
            List<Opened> later = new ArrayList<>();
            Set<String> behind = new HashSet<>();
            for (Opened each : waiting) {
                Optional<DataScope> own = scopes.apply(each);
                boolean fits = own.isEmpty() || own.equals(scope);
                if (fits && !behind.contains(each.event().key())) {
                    now.add(each);
                } else {
                    behind.add(each.event().key());
                    later.add(each);
                }
            }
            waves.add(new Waves(scope, now));
            waiting = later;
        }
        return waves;
    }
}
