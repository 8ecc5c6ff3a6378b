package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.domain.About;

/**
 * What bank or commission report of a request that was sent.
 *
 * @param revision of the request it speaks of, 0 where it does not say
 * @param on       business date
 * @param proposal of a bank that would go on without what it has asked for
 */
public record LoanReport(About about, Step step, int revision, LocalDate on, Optional<BankProposal> proposal) {
    /** What it says. */
    public enum Step {
        BANK_ACCEPTED, BANK_DISAGREED, BANK_REFUSED, BANK_PROPOSED, MET_WITHOUT_CHANGE, CONTRACTED, DISBURSED,
        ACCELERATED,
        REPAID, WRITTEN_OFF
    }

    public static LoanReport of(About about, Step step, int revision, LocalDate on) {
        return new LoanReport(about, step, revision, on, Optional.empty());
    }
}
