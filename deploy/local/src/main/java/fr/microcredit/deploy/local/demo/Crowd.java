package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The background: small dossiers of three offices, a few of them ineligible, withdrawn, refused, disagreed on or late,
 * spread over three years so that the region's yearly figures have enough persons to be shown.
 */
final class Crowd {
    /** None in the second half of 2009, whose net minimum wage is not known: nobody could be assessed. */
    private static final List<LocalDate> COHORTS = Stream.of("2008-07-01", "2008-09-09", "2008-11-18", "2009-01-27",
            "2009-03-10", "2009-04-21", "2009-06-02", "2010-01-12", "2010-03-02", "2010-04-20").map(LocalDate::parse)
            .toList();

    private final Stage stage;
    private final int size;
    private final AtomicInteger ended = new AtomicInteger();

    Crowd(Stage stage, int size) {
        this.stage = stage;
        this.size = size;
    }

    void plan() {
        for (int cohort = 0; cohort < COHORTS.size(); cohort++) {
            plan(COHORTS.get(cohort), members(cohort));
        }
    }

    private List<CrowdDossier> members(int cohort) {
        List<CrowdDossier> members = new ArrayList<>();
        for (int number = cohort; number < size; number += COHORTS.size()) {
            members.add(new CrowdDossier(stage, number, this::oneMore));
        }
        return members;
    }

    private void plan(LocalDate first, List<CrowdDossier> members) {
        members.forEach(member -> member.plan(first));
        Calendar calendar = stage.calendar();
        calendar.crowd(first.plusDays(7), () -> {
            List<Commission.Ruling> rulings = members.stream().flatMap(member -> member.ruling().stream()).toList();
            if (!rulings.isEmpty()) {
                new Commission(stage.api(), CrowdDossier.DIJON).decide(first.plusDays(7), rulings);
            }
        });
    }

    private void oneMore() {
        stage.narrator().progress("Background dossiers played to their end", ended.incrementAndGet(), size);
    }
}
