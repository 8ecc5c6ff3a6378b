package fr.microcredit.observatory.facts.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.domain.About;

/** Events learnt together say what they say one after the other; the table does the latter. */
class LearntTest {
    private static final List<String> FACTS = List.of("opened", "eligible", "outstandingCents", "instalmentsPaid");
    private final UUID dossier = UUID.randomUUID();

    private Learnt random(Random random) {
        Learnt learnt = Learnt.of(About.dossier(dossier, UUID.randomUUID(), "ccas-dijon"),
                LocalDate.of(2008, 7, 1).plusDays(random.nextInt(400)));
        for (int count = random.nextInt(4); count > 0; count--) {
            learnt = switch (random.nextInt(3)) {
                case 0 -> learnt.firstly(FACTS.get(random.nextInt(2)));
                case 1 -> learnt.is(FACTS.get(1 + random.nextInt(2)), random.nextInt(100));
                default -> learnt.oneMore(FACTS.get(3));
            };
        }
        return learnt;
    }

    private static Map<String, Object> onto(Map<String, Object> known, Learnt learnt) {
        Map<String, Object> facts = new TreeMap<>(learnt.first());
        facts.putAll(known);
        facts.putAll(learnt.latest());
        learnt.counts().forEach((fact, count) -> facts.put(fact,
                ((Number) known.getOrDefault(fact, 0L)).longValue() + count));
        return facts;
    }

    @Test
    void togetherIsOneAfterTheOther() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Learnt> all = new ArrayList<>();
            for (int event = 0; event < 5; event++) {
                all.add(random(random));
            }
            Map<String, Object> before = onto(Map.of(), random(random));
            Map<String, Object> oneAfterTheOther = before;
            for (Learnt each : all) {
                oneAfterTheOther = onto(oneAfterTheOther, each);
            }
            Learnt together = all.stream().reduce(Learnt::then).orElseThrow();
            assertEquals(oneAfterTheOther, onto(before, together), "seed " + seed);
            assertEquals(all.get(4).about().personId(), together.about().personId());
        }
    }
}
