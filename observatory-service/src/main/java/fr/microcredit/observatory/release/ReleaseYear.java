package fr.microcredit.observatory.release;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.dayend.DayEndJob;
import fr.microcredit.kit.operation.Backlog;
import fr.microcredit.kit.time.TimeConfig;
import fr.microcredit.observatory.release.domain.Secrecy;

/**
 * Makes a year public, once and for ever, when nothing more is to be expected of it: after the days by which an act may be
 * recorded late, and with everything read that was published. Between two readings nothing changes, so that nothing can be
 * subtracted.
 */
@ApplicationScoped
public class ReleaseYear implements DayEndJob {
    private final Figures figures;
    private final Releases releases;
    private final Backlog backlog;
    private final Secrecy secrecy;
    private final int lateDaysMax;

    ReleaseYear(Figures figures, Releases releases, Backlog backlog,
            @ConfigProperty(name = "observatory.persons-min") int personsMin,
            @ConfigProperty(name = "observatory.dominance-percent-max") int dominancePercentMax, TimeConfig time) {
        this.figures = figures;
        this.releases = releases;
        this.backlog = backlog;
        this.secrecy = new Secrecy(personsMin, dominancePercentMax);
        this.lateDaysMax = time.backdatingDaysMax();
    }

    @Override
    public String name() {
        return "release-year";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return nextYear().map(year -> year.map(this::closes).filter(day -> !day.isAfter(to))
                .map(day -> day.isBefore(from) ? from : day));
    }

    private Uni<Optional<Integer>> nextYear() {
        return releases.lastYear().chain(last -> last.isPresent()
                ? Uni.createFrom().item(last.map(year -> year + 1))
                : figures.begin().map(day -> day.map(LocalDate::getYear)));
    }

    private LocalDate closes(int year) {
        return LocalDate.of(year, 12, 31).plusDays(lateDaysMax);
    }

    /** While something is left to read, waits for others or is dead, the year waits for another day. */
    @Override
    public Uni<Integer> run(LocalDate day) {
        return isComplete().chain(complete -> complete ? releaseUntil(day, 0) : Uni.createFrom().item(0));
    }

    private Uni<Boolean> isComplete() {
        return backlog.counts().chain(counts -> backlog.lag()
                .map(lag -> lag == 0 && counts.parked() == 0 && counts.dead() == 0));
    }

    private Uni<Integer> releaseUntil(LocalDate day, int done) {
        return nextYear().map(year -> year.filter(next -> !closes(next).isAfter(day)))
                .chain(year -> year.isEmpty()
                        ? Uni.createFrom().item(done)
                        : release(year.get(), day).chain(() -> releaseUntil(day, done + 1)));
    }

    private Uni<Void> release(int year, LocalDate day) {
        return figures.of(year).chain(counted -> releases.add(counted.release(year, secrecy), day));
    }
}
