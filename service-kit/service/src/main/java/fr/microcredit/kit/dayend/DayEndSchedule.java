package fr.microcredit.kit.dayend;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.time.BusinessCalendar;
import fr.microcredit.kit.time.SandboxConfig;

/** Outside the sandbox the calendar itself closes days, and makes up for those missed while the service was down. */
@ApplicationScoped
class DayEndSchedule {
    private final DayEnds dayEnds;
    private final Clock clock;
    private final boolean sandbox;

    DayEndSchedule(DayEnds dayEnds, Clock clock, SandboxConfig config) {
        this.dayEnds = dayEnds;
        this.clock = clock;
        this.sandbox = config.enabled();
    }

    @Scheduled(every = "10m", delayed = "30s", skipExecutionIf = TopicLook.NotDone.class, concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> closeFinishedDays() {
        if (sandbox) {
            return Uni.createFrom().voidItem();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), BusinessCalendar.ZONE);
        return dayEnds.openDay().chain(open -> dayEnds.openDay(open.orElse(today), today));
    }
}
