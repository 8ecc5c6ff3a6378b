package fr.microcredit.guarantee.fund.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.kit.money.Money;

/**
 * What follows from an event: the guarantee after it, what moves in the ledger, what is told, and by how much the person's
 * exposure changes.
 */
public record Change(Guarantee guarantee, Optional<Entry> entry, List<FundEvent> events, Money exposure) {
}
