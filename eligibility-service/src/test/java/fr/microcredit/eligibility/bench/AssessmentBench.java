package fr.microcredit.eligibility.bench;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.parameter.persistence.ShippedValues;
import fr.microcredit.eligibility.scheme.domain.AccessClauses;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.persistence.JsonSchemeReader;
import fr.microcredit.eligibility.scheme.persistence.ShippedSchemeFiles;
import fr.microcredit.kit.money.Money;

/** Dijon's rules on ten thousand different households, by one thread: schedules included, sentences not. */
final class AssessmentBench {
    private static final LocalDate ON = LocalDate.of(2008, 9, 15);
    private static final int HOUSEHOLDS = 10_000;
    private static final long SEED = 1;

    private AssessmentBench() {
    }

    /** @param words seconds to measure */
    public static void main(String[] words) {
        System.out.println(perSecond(Duration.ofSeconds(Long.parseLong(words[0]))));
    }

    private record Asked(Situation situation, Wish wish) {
    }

    static long perSecond(Duration length) {
        Scheme dijon = new ShippedSchemeFiles().documents().stream()
                .map(document -> JsonSchemeReader.create().read(document).scheme().orElseThrow())
                .filter(scheme -> scheme.version().equals("dijon-demonstration-1")).findFirst().orElseThrow();
        KnownValues known = known();
        List<Asked> asked = asked();
        run(dijon, known, asked, length.dividedBy(2));
        return run(dijon, known, asked, length);
    }

    private static long run(Scheme scheme, KnownValues known, List<Asked> asked, Duration length) {
        long start = System.nanoTime();
        long end = start + length.toNanos();
        long done = 0;
        long outcomes = 0;
        while (System.nanoTime() < end) {
            for (Asked each : asked) {
                outcomes += Assessor.assess(Case.of(scheme, known, each.situation, each.wish, Money.ZERO)).outcomes()
                        .size();
                done++;
            }
        }
        if (outcomes < done) {
            throw new IllegalStateException("Every assessment has outcomes");
        }
        return done * 1_000_000_000L / (System.nanoTime() - start);
    }

    private static KnownValues known() {
        List<DatedValue> numbered = new ArrayList<>();
        for (DatedValue value : new ShippedValues().shipped()) {
            numbered.add(new DatedValue(value.name(), value.from(), value.to(), value.value(), value.source(),
                    value.knownFrom(), numbered.size() + 1L));
        }
        Parameters all = new Parameters(numbered);
        return all.knownOn(ON, all.revision());
    }

    private static List<Asked> asked() {
        Random random = new Random(SEED);
        List<Asked> asked = new ArrayList<>(HOUSEHOLDS);
        for (int number = 0; number < HOUSEHOLDS; number++) {
            Situation situation = new Situation("21231", Optional.of(40), random.nextInt(1, 4), random.nextInt(0, 4),
                    false,
                    Money.ofCents(random.nextLong(50_000, 250_000)), Money.ofCents(random.nextLong(10_000, 90_000)),
                    Money.ZERO, Money.ZERO, false, Optional.empty());
            asked.add(new Asked(situation,
                    new Wish("dijon", AccessClauses.Purpose.VEHICLE, AccessClauses.Ground.NOT_ASKED,
                            Money.ofCents(random.nextLong(30_000, 300_001)), random.nextInt(5, 25),
                            Optional.empty(), ON)));
        }
        return asked;
    }
}
