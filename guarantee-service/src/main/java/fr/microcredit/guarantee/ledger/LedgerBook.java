package fr.microcredit.guarantee.ledger;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.kit.money.Money;

/** The append-only double-entry ledger of funds, envelopes and rebates. */
public interface LedgerBook {
    /** What whoever decides on its balances waits for, before any row: one after the other, whatever they compete for. */
    String LOCK = "ledger";

    /** Takes the lock of the ledger until the transaction ends; comes before any row of a promise. */
    Uni<Void> entered();

    /** Writes the entry if there is one. */
    Uni<Void> post(Optional<Entry> entry);

    /**
     * Writes an entry that can be cited.
     *
     * @param id       of its own
     * @param corrects the entry it answers
     */
    Uni<Void> post(UUID id, Optional<UUID> corrects, Entry entry);

    /** Balances of the accounts; what has never been posted to stands at zero. */
    Uni<Map<String, Money>> balances(Set<String> accounts);

    /** Balances of the accounts whose name begins so. */
    Uni<List<Balance>> balances(String prefix);

    Uni<Check> check();

    /** An account and what stands on it. */
    record Balance(String account, Money amount) {
    }

    /**
     * What must all be zero.
     *
     * @param totalCents        sum of every posting
     * @param unbalancedEntries entries whose postings do not sum to zero
     * @param wrongBalances     accounts whose balance is not the sum of their postings
     * @param overdrawnAccounts available accounts below zero
     */
    record Check(long totalCents, long unbalancedEntries, long wrongBalances, long overdrawnAccounts) {
        public boolean isSound() {
            return totalCents == 0 && unbalancedEntries == 0 && wrongBalances == 0 && overdrawnAccounts == 0;
        }
    }
}
