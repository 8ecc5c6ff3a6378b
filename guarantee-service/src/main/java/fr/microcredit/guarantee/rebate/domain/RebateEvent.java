package fr.microcredit.guarantee.rebate.domain;

import java.math.BigDecimal;

import fr.microcredit.kit.money.Money;

/** Something that has happened to a rebate, as others are told of it. */
public sealed interface RebateEvent {
    /**
     * The bank is asked to credit it; it names no account, the bank knows its borrower.
     *
     * @param base     interest the borrower has really paid
     * @param fraction of it
     */
    record Ordered(Money amount, Money base, BigDecimal fraction) implements RebateEvent {
    }
}
