package fr.microcredit.guarantee.ledger.domain;

import fr.microcredit.kit.money.Money;

/** What an entry moves on one account; positive onto it, negative off it. */
public record Posting(String account, Money amount) {
}
