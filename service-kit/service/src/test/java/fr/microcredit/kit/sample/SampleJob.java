package fr.microcredit.kit.sample;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.dayend.DayEndJob;
import fr.microcredit.kit.sql.Sql;

/** Marks the due days that have ended. */
@ApplicationScoped
public class SampleJob implements DayEndJob {
    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return Sql.of(
                "select min(day) as next from sample_due where not done and day between :from and :to")
                .with("from", from).with("to", to)
                .first(row -> row.date("next"));
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return Sql.of("update sample_due set done = true where day = :day").with("day", day)
                .update();
    }
}
