package fr.microcredit.guarantee.ledger.domain;

/**
 * Accounts of a guarantor: what it gave, what is free, what is set aside, what it answers for, what it was called for and has
 * lost.
 */
public record FundAccounts(String guarantor) {
    private String account(String kind) {
        return "guarantor:" + guarantor + ":" + kind;
    }

    /** The counterpart of the capacity given; always negative. */
    public String endowment() {
        return account("endowment");
    }

    /** Never negative: what can still be promised. */
    public String available() {
        return account("available");
    }

    public String reserved() {
        return account("reserved");
    }

    public String effective() {
        return account("effective");
    }

    /** What it answers for beyond its capacity, since a bank had reported too much repaid; never positive. */
    public String uncovered() {
        return account("uncovered");
    }

    /** Claimed, accepted and not paid yet. */
    public String called() {
        return account("called");
    }

    /** What it has borne: paid, and not come back. */
    public String paid() {
        return account("paid");
    }

    /** What has come back of it; promised again only when somebody decides to endow the fund with it. */
    public String recovered() {
        return account("recovered");
    }
}
