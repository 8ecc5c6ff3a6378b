package fr.microcredit.kit.reception;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.event.Envelope;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.tenancy.DataScope;

class WavesTest {

    /** Written as key, number and tenant; a hyphen for one that nobody listens to. */
    private static List<String> waves(String... batch) {
        List<Opened> opened = Stream.of(batch).map(WavesTest::opened).toList();
        return Waves.of(opened, WavesTest::scope).stream()
                .map(wave -> wave.scope().map(DataScope::tenant).orElse("-") + ": " + wave.events().stream()
                        .map(each -> each.event().id().substring(0, 2)).collect(Collectors.joining(" ")))
                .toList();
    }

    private static Opened opened(String written) {
        String key = written.substring(0, 1);
        ReceivedEvent event = new ReceivedEvent(written, "type", 1, "topic", key, written.charAt(1) - '0', "",
                new Envelope(Optional.empty(), LocalDate.of(2008, 7, 1)), null);
        return new Opened(new Delivery("topic", 0, 0, key, Map.of(), new byte[0]), event);
    }

    private static Optional<DataScope> scope(Opened opened) {
        String tenant = opened.event().id().substring(2);
        return tenant.equals("-") ? Optional.empty() : Optional.of(DataScope.ofTenant(tenant));
    }

    @Test
    void oneTenantIsOnePart() {
        assertEquals(List.of("dijon: a1 b1 a2"), waves("a1dijon", "b1dijon", "a2dijon"));
    }

    @Test
    void tenantsInTurnAreOnePartEach() {
        assertEquals(List.of("dijon: a1 c1", "limoges: b1 d1"),
                waves("a1dijon", "b1limoges", "c1dijon", "d1limoges"));
    }

    @Test
    void whatNobodyListensToGoesWithAnyPart() {
        assertEquals(List.of("dijon: a1 b1 c1"), waves("a1-", "b1dijon", "c1-"));
        assertEquals(List.of("-: a1 a2"), waves("a1-", "a2-"));
    }

    /** The bank a dossier is at is known only when it was sent there. */
    @Test
    void aKeyWhoseTenantChangesKeepsItsOrder() {
        assertEquals(List.of("dijon: b1 a1", "limoges: a2 c1", "dijon: a3"),
                waves("b1dijon", "a1dijon", "a2limoges", "c1limoges", "a3dijon"));
    }

    @Test
    void nothingIsLostAndNoKeyIsReordered() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, Integer> numbers = new HashMap<>();
            List<String> batch = new ArrayList<>();
            for (int event = 0; event < 30; event++) {
                String key = String.valueOf((char) ('a' + random.nextInt(6)));
                int number = numbers.merge(key, 1, Integer::sum);
                batch.add(key + (char) ('0' + number) + List.of("dijon", "limoges", "-").get(random.nextInt(3)));
            }
            List<Opened> opened = batch.stream().map(WavesTest::opened).toList();
            List<String> taken = Waves.of(opened, WavesTest::scope).stream().flatMap(wave -> wave.events().stream())
                    .map(each -> each.event().id()).toList();
            for (String key : numbers.keySet()) {
                assertEquals(of(key, batch), of(key, taken), "seed " + seed);
            }
        }
    }

    private static List<String> of(String key, List<String> events) {
        return events.stream().filter(each -> each.startsWith(key)).toList();
    }
}
