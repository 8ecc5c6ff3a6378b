package fr.microcredit.guarantee.grant.domain;

import java.math.BigDecimal;

import fr.microcredit.kit.money.Money;

/** Money was given, as others are told of it; its key is the grant's identifier. */
public sealed interface GrantEvent {
    /**
     * The Region has endowed a guarantor's fund.
     *
     * @param multiplier capacity for each euro of endowment
     * @param capacity   what can be guaranteed with it
     */
    record FundEndowed(String guarantor, Money endowment, BigDecimal multiplier, Money capacity)
            implements
                GrantEvent {
    }

    /** An office has given its envelope of a year money. */
    record EnvelopeGranted(String office, int year, Money amount) implements GrantEvent {
    }

    /**
     * What was given was entered wrongly.
     *
     * @param amount   that is right
     * @param capacity what can be promised with it now
     */
    record GrantCorrected(Money amount, Money capacity) implements GrantEvent {
    }
}
