package fr.microcredit.guarantee.ledger.rest;

import java.util.List;

import fr.microcredit.guarantee.ledger.LedgerBook;

/** An account and what stands on it. */
public record BalanceView(String account, long cents) {
    public static List<BalanceView> of(List<LedgerBook.Balance> balances) {
        return balances.stream().map(each -> new BalanceView(each.account(), each.amount().cents())).toList();
    }
}
