package fr.microcredit.kit.dayend;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.Transactions;

/** Closes business days one after the other; each job runs once for each day that has work for it. */
@ApplicationScoped
public class DayEnds {
    private static final Logger LOG = Logger.getLogger(DayEnds.class);
    private static final String TODAY = "select today from business_day";
    private static final String SET_TODAY = """
                                            insert into business_day (today) values (:day)
                                            on conflict (only_row) do update set today = excluded.today""";
    private static final String CLAIM = """
                                        insert into day_end_run (job, day, units) values (:job, :day, 0) on conflict do nothing""";
    private static final String DONE = """
                                       update day_end_run set units = :units where job = :job and day = :day""";

    private final Transactions transactions;
    private final List<DayEndJob> jobs;

    DayEnds(Transactions transactions, @All List<DayEndJob> jobs) {
        this.transactions = transactions;
        this.jobs = jobs;
    }

    /** The first business day that is not closed yet, or empty on a fresh database. */
    public Uni<Optional<LocalDate>> openDay() {
        return transactions.inScope(DataScope.system(),
                () -> Sql.of(TODAY).first(row -> row.date("today")));
    }

    /** The first day from {@code from} to {@code to} with work at its end. */
    public Uni<Optional<LocalDate>> nextWork(LocalDate from, LocalDate to) {
        return from.isAfter(to)
                ? Uni.createFrom().item(Optional.empty())
                : transactions.inScope(DataScope.system(), () -> Each.mapped(jobs, job -> job.nextDue(from, to)))
                        .map(days -> days.stream().flatMap(Optional::stream).min(Comparator.naturalOrder()));
    }

    /** Closes every day from the open one to the day before {@code day}, which becomes the open day. */
    public Uni<Void> openDay(LocalDate from, LocalDate day) {
        return nextWork(from, day.minusDays(1)).chain(work -> work.isEmpty()
                ? setOpenDay(day)
                : close(work.get()).chain(() -> openDay(work.get().plusDays(1), day)));
    }

    private Uni<Void> close(LocalDate day) {
        return Each.mapped(jobs, job -> runOnce(job, day)).chain(() -> setOpenDay(day.plusDays(1)));
    }

    private Uni<Integer> runOnce(DayEndJob job, LocalDate day) {
        return transactions.inScope(DataScope.system(),
                () -> Sql.of(CLAIM).with("job", job.name()).with("day", day).update()
                        .chain(claimed -> claimed == 0 ? Uni.createFrom().item(0) : runClaimed(job, day)))
                .invoke(units -> LOG.debugf("Day end %s of %s: %d", job.name(), day, units));
    }

    private static Uni<Integer> runClaimed(DayEndJob job, LocalDate day) {
        return job.run(day).call(units -> Sql.of(DONE).with("job", job.name()).with("day", day)
                .with("units", units).update());
    }

    private Uni<Void> setOpenDay(LocalDate day) {
        return transactions.inScope(DataScope.system(),
                () -> Sql.of(SET_TODAY).with("day", day).update()).replaceWithVoid();
    }
}
