package fr.microcredit.guarantee.ledger.domain;

/** Accounts of a guarantor: what it gave, what is free, what is set aside, what it answers for. */
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
}
