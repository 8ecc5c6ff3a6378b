package fr.microcredit.kit.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.UnitOfWork;
import fr.microcredit.kit.tenancy.UnitOfWork.Moved;

/** The business date, in Europe/Paris: today, or in the sandbox the day an operator has moved it to. */
@ApplicationScoped
public class BusinessCalendar {
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String TODAY = "select today from business_day";

    private final Clock clock;
    private final TimeConfig config;
    private final SandboxConfig sandbox;

    BusinessCalendar(Clock clock, TimeConfig config, SandboxConfig sandbox) {
        this.clock = clock;
        this.config = config;
        this.sandbox = sandbox;
    }

    /** Needs a transaction: in the sandbox the date is a row. */
    public Uni<LocalDate> today() {
        if (!sandbox.enabled()) {
            return Uni.createFrom().item(LocalDate.ofInstant(clock.instant(), ZONE));
        }
        return UnitOfWork.current().kept(Moved.class, Moved.NAME).map(known -> Uni.createFrom().item(known.today()))
                .orElseGet(() -> Sql.of(TODAY).first(row -> row.date("today")))
                .map(day -> day.orElse(sandbox.startDate()));
    }

    /**
     * The business date an act names, or today when it names none. An act may be recorded some days late, by a manager with
     * a reason later than that, and never ahead (domain.md A.19).
     *
     * @return fails with {@code date-in-the-future} or {@code date-too-long-ago}
     */
    public Uni<LocalDate> dateOf(Act act) {
        return today().map(today -> act.named().map(named -> checked(act, named, today)).orElse(today));
    }

    private LocalDate checked(Act act, LocalDate named, LocalDate today) {
        if (named.isAfter(today)) {
            throw refused(act.pointer(), "date-in-the-future");
        }
        if (named.isBefore(today.minusDays(config.backdatingDaysMax()))) {
            if (act.lateReason().isEmpty() || Collections.disjoint(act.actor().roles(), Roles.RECORD_LATE)) {
                throw refused(act.pointer(), "date-too-long-ago", config.backdatingDaysMax());
            }
            act.noting("lateReason", Codes.of(act.lateReason().get()));
        }
        return named;
    }

    /**
     * Steps of one matter follow one another: otherwise whoever names the date could choose the rules that apply.
     *
     * @param before  the step this one builds on
     * @param pointer where the date stands in the request
     * @throws RefusedException {@code date-before-previous-step}
     */
    public static void requireNotBefore(LocalDate before, LocalDate on, String pointer) {
        if (on.isBefore(before)) {
            throw refused(pointer, "date-before-previous-step");
        }
    }

    private static RefusedException refused(String pointer, String code, Object... arguments) {
        return RefusedException.of(Reason.invalid(pointer, code, arguments));
    }
}
