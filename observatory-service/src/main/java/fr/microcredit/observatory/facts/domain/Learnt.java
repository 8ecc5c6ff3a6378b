package fr.microcredit.observatory.facts.domain;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import fr.microcredit.kit.domain.About;

/**
 * What one event adds to what is known of a dossier: days of its steps, codes, amounts in cents, counts. Nothing of the
 * person. Each fact is written from one topic, whose order is kept, so that no order across topics is needed.
 *
 * @param on     business date of the event
 * @param first  facts kept as they were told first
 * @param latest facts as they were told last
 * @param counts facts that add up, from what was told last of them where a correction has told it
 */
public record Learnt(About about, LocalDate on, Map<String, Object> first, Map<String, Object> latest,
        Map<String, Long> counts) {

    /** An event that says nothing but that the dossier exists. */
    public static Learnt of(About about, LocalDate on) {
        return new Learnt(about, on, Map.of(), Map.of(), Map.of());
    }

    /** The day of a step, the first time it is taken. */
    public Learnt firstly(String step) {
        return new Learnt(about, on, with(first, step, on), latest, counts);
    }

    /** The day of a step, the last time it is taken. */
    public Learnt lastly(String step) {
        return is(step, on);
    }

    public Learnt is(String fact, Object value) {
        return new Learnt(about, on, first, with(latest, fact, value), counts);
    }

    /** What was told before and does not hold any more: an empty day is counted in no year. */
    public Learnt isNot(String fact) {
        return is(fact, "");
    }

    public Learnt oneMore(String fact) {
        return new Learnt(about, on, first, latest, with(counts, fact, 1L));
    }

    /** This, and after it what a later event of the same dossier adds: both at once say the same as one after the other. */
    public Learnt then(Learnt next) {
        Map<String, Object> allFirst = new TreeMap<>(next.first);
        allFirst.putAll(first);
        Map<String, Object> allLatest = new TreeMap<>(latest);
        allLatest.putAll(next.latest);
        Map<String, Long> allCounts = new TreeMap<>(counts);
        allCounts.keySet().removeAll(next.latest.keySet());
        next.counts.forEach((fact, count) -> {
            if (allLatest.get(fact) instanceof Number told) {
                allLatest.put(fact, told.longValue() + count);
            } else {
                allCounts.merge(fact, count, Long::sum);
            }
        });
        return new Learnt(new About(about.dossierId(), next.about.personId(), about.officeId(), next.about.bankId(),
                next.about.schemeVersion()), next.on, allFirst, allLatest, allCounts);
    }

    private static <V> Map<String, V> with(Map<String, V> known, String fact, V value) {
        Map<String, V> more = new TreeMap<>(known);
        more.put(fact, value);
        return more;
    }
}
