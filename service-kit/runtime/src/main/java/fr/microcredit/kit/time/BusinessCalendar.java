package fr.microcredit.kit.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.KitConfig;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.sql.Sql;

/** The business date, in Europe/Paris: today, or in the sandbox the day an operator has moved it to. */
@ApplicationScoped
public class BusinessCalendar {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Clock clock;
    private final KitConfig.Sandbox sandbox;

    BusinessCalendar(Clock clock, KitConfig config) {
        this.clock = clock;
        this.sandbox = config.sandbox();
    }

    /** Needs a transaction: in the sandbox the date is a row. */
    public Uni<LocalDate> today() {
        if (!sandbox.enabled()) {
            return Uni.createFrom().item(LocalDate.ofInstant(clock.instant(), ZONE));
        }
        return Sql.of("select cast(today as text) from business_day").first(row -> LocalDate.parse(row.text(0)))
                .map(day -> day.orElse(sandbox.startDate()));
    }

    /**
     * The business date a command names, or today when it names none.
     *
     * @param pointer where the date stands in the request, for the problem
     * @return fails with {@code date-in-the-future} for a day after today
     */
    public Uni<LocalDate> dateOf(LocalDate named, String pointer) {
        return today().map(today -> {
            if (named != null && named.isAfter(today)) {
                throw new ProblemException(Problems.INVALID, Violation.at(pointer, "date-in-the-future"));
            }
            return named == null ? today : named;
        });
    }

    /**
     * Steps of one matter follow one another: otherwise whoever names the date could choose the rules that apply.
     *
     * @param before  the step this one builds on
     * @param pointer where the date stands in the request, for the problem
     * @throws ProblemException {@code date-before-previous-step}
     */
    public static void requireNotBefore(LocalDate before, LocalDate on, String pointer) {
        if (on.isBefore(before)) {
            throw new ProblemException(Problems.INVALID, Violation.at(pointer, "date-before-previous-step"));
        }
    }
}
