package fr.microcredit.guarantee.claim.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.money.Money;

/**
 * What a claim is decided in, read under the ledger's lock.
 *
 * @param guarantee of the loan; empty where there was never one
 * @param others    claims on the same loan
 * @param called    of all guarantors under the convention so far
 * @param on        business date
 */
public record Circumstances(Optional<Guarantee> guarantee, List<Claim> others, Money called, LocalDate on) {
    public Circumstances {
        others = List.copyOf(others);
    }
}
