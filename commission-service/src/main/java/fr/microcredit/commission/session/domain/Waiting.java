package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * For how long a request has been ready for a session that has not decided it.
 *
 * @param days since its newest assessment, or the judgement that completed it
 */
public record Waiting(long days) {
    /**
     * The platform's own number: no text sets one. Offices hold sessions weekly or monthly, so whoever waits longer has been
     * passed over at least once.
     */
    public static final int DAYS_MAX = 30;

    public static Waiting since(LocalDate ready, LocalDate today) {
        return new Waiting(Math.max(0, ChronoUnit.DAYS.between(ready, today)));
    }

    public boolean isOverdue() {
        return days > DAYS_MAX;
    }
}
