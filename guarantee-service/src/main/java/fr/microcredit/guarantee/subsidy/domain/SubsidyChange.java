package fr.microcredit.guarantee.subsidy.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.Entry;

/** What follows from an event: the subsidy after it, what moves in the ledger, what is told. */
public record SubsidyChange(Subsidy subsidy, Optional<Entry> entry, List<SubsidyEvent> events) {
}
