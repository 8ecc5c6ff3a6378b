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
    private static final LocalDate DAY = LocalDate.of(2008, 7, 1);
    private final UUID dossier = UUID.randomUUID();

    private Learnt random(Random random) {
        Learnt learnt = Learnt.of(About.dossier(dossier, UUID.randomUUID(), "ccas-dijon"),
                LocalDate.of(2008, 7, 1).plusDays(random.nextInt(400)));
        for (int count = random.nextInt(4); count > 0; count--) {
            learnt = switch (random.nextInt(4)) {
                case 0 -> learnt.firstly(FACTS.get(random.nextInt(2)));
                case 1 -> learnt.is(FACTS.get(1 + random.nextInt(2)), random.nextInt(100));
                case 2 -> learnt.counts().isEmpty() ? learnt.is(FACTS.get(3), (long) random.nextInt(100)) : learnt;
                default -> learnt.latest().containsKey(FACTS.get(3)) ? learnt : learnt.oneMore(FACTS.get(3));
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

    /** A correction says how many there are; those that follow are counted from there. */
    @Test
    void whatIsToldAgainIsCountedFromThere() {
        Learnt two = on(1).oneMore("instalmentsPaid").then(on(2).oneMore("instalmentsPaid"));
        Learnt together = two.then(on(3).is("instalmentsPaid", 1)).then(on(4).oneMore("instalmentsPaid"));
        assertEquals(Map.of("instalmentsPaid", 2L), together.latest());
        assertEquals(Map.of(), together.counts());
    }

    /** The first opening is the opening; a request that was withdrawn, reopened and withdrawn was withdrawn last. */
    @Test
    void theFirstStepIsKeptAndTheLastOneIsReplaced() {
        Learnt before = on(1).firstly("opened").lastly("withdrawn").oneMore("revisions").is("amountCents", 200_000L);
        Learnt together = before.then(on(9).firstly("opened").lastly("withdrawn").oneMore("revisions"));
        assertEquals(Map.of("opened", DAY.plusDays(1)), together.first());
        assertEquals(Map.of("withdrawn", DAY.plusDays(9), "amountCents", 200_000L), together.latest());
        assertEquals(Map.of("revisions", 2L), together.counts());
        assertEquals(DAY.plusDays(9), together.on());
        assertEquals(before.first(), on(1).firstly("opened").isNot("outcome").first());
    }

    /** An empty day is counted in no year. */
    @Test
    void whatDoesNotHoldAnyMoreIsEmpty() {
        Learnt closed = on(1).lastly("refused-by-commission");
        assertEquals(Map.of("refused-by-commission", ""), closed.then(on(2).isNot("refused-by-commission")).latest());
        assertEquals(Map.of("eligible", DAY.plusDays(3)), on(3).is("eligible", DAY).lastly("eligible").latest());
    }

    /** A dossier stays with its office; at which bank it is, and under which version, its newest event says. */
    @Test
    void theNewestEventSaysAtWhichBankItIs() {
        UUID person = UUID.randomUUID();
        About first = About.dossier(dossier, person, "ccas-dijon").at("cm-dijon").under("2007");
        About next = About.dossier(dossier, person, "somewhere-else").at("ce-bourgogne").under("2008");
        assertEquals(About.dossier(dossier, person, "ccas-dijon").at("ce-bourgogne").under("2008"),
                Learnt.of(first, DAY).then(Learnt.of(next, DAY)).about());
    }

    private Learnt on(int day) {
        return Learnt.of(About.dossier(dossier, new UUID(0, 2), "ccas-dijon"), DAY.plusDays(day));
    }
}
