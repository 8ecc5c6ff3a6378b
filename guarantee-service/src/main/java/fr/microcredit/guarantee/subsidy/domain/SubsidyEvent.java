package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.List;

import fr.microcredit.kit.money.Money;

/** Something that has happened to a subsidy. */
public sealed interface SubsidyEvent {
    /** The subsidy after it. */
    Subsidy subsidy();

    /** Business date. */
    LocalDate on();

    /** Set aside in the envelope. */
    record Reserved(Subsidy subsidy, LocalDate on) implements SubsidyEvent {
    }

    /** The envelope does not hold it. */
    record Declined(Subsidy subsidy, List<String> reasons, LocalDate on) implements SubsidyEvent {
    }

    /** Owed from disbursement on. */
    record Committed(Subsidy subsidy, LocalDate on) implements SubsidyEvent {
    }

    /** Parts have accrued. */
    record Accrued(Subsidy subsidy, Money amount, LocalDate on) implements SubsidyEvent {
    }

    /** What is left goes back to the envelope. */
    record Released(Subsidy subsidy, Money amount, String why, LocalDate on) implements SubsidyEvent {
    }
}
