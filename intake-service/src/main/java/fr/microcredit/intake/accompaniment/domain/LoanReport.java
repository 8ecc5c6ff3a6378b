package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;

import fr.microcredit.kit.domain.About;

/**
 * What bank or commission report of a request that was sent.
 *
 * @param revision of the request it speaks of, 0 where it does not say
 * @param on       business date
 */
public record LoanReport(About about, Step step, int revision, LocalDate on) {
    /** What it says. */
    public enum Step {
        BANK_ACCEPTED, BANK_DISAGREED, BANK_REFUSED, MET_WITHOUT_CHANGE, CONTRACTED, DISBURSED, REPAID
    }
}
