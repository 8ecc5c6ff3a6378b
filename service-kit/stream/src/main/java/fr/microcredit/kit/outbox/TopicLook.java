package fr.microcredit.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.ScheduledExecution;

/** Whether the look at the service's own topics is done: before, nothing is sent, nothing is read and no job decides. */
@ApplicationScoped
public class TopicLook {
    private volatile boolean done;

    public boolean isDone() {
        return done;
    }

    public void done() {
        done = true;
    }

    /** For scheduled work: it is left out until the look is done. */
    @ApplicationScoped
    public static class NotDone implements Scheduled.SkipPredicate {
        private final TopicLook look;

        public NotDone(TopicLook look) {
            this.look = look;
        }

        @Override
        public boolean test(ScheduledExecution execution) {
            return !look.isDone();
        }
    }
}
