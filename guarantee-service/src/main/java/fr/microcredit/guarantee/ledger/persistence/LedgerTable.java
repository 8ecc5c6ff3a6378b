package fr.microcredit.guarantee.ledger.persistence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Sql;

/** The ledger in PostgreSQL: a trigger keeps balances, a deferred constraint refuses what does not sum to zero. */
@ApplicationScoped
class LedgerTable implements LedgerBook {
    private static final UUID NO_DOSSIER = new UUID(0, 0);
    private static final String ADD_ENTRY = """
                                            insert into ledger_entry (id, cause, dossier_id, effective_on)
                                            values (:id, :cause, nullif(:dossier, cast('00000000-0000-0000-0000-000000000000' as uuid)), :on)""";
    private static final String ADD_POSTING = """
                                              insert into ledger_posting (entry_id, account, amount_cents) values (:entry, :account, :amount)""";
    private static final String LOCK = "select locked_balance(:account)";
    private static final String BALANCES = """
                                           select account, balance_cents from account_balance where starts_with(account, :prefix) order by account""";
    private static final String CHECK = """
                                        select (select coalesce(cast(sum(amount_cents) as bigint), 0) from ledger_posting),
                                               (select count(*) from (select entry_id from ledger_posting group by entry_id
                                                                      having sum(amount_cents) <> 0) as unbalanced),
                                               (select count(*) from account_balance b where b.balance_cents <>
                                                  (select coalesce(sum(p.amount_cents), 0) from ledger_posting p where p.account = b.account)),
                                               (select count(*) from account_balance where account like '%:available' and balance_cents < 0)""";

    @Override
    public Uni<Void> post(Optional<Entry> entry) {
        return entry.isEmpty() ? Uni.createFrom().voidItem() : post(entry.get(), UUID.randomUUID());
    }

    private static Uni<Void> post(Entry entry, UUID id) {
        return Sql.of(ADD_ENTRY).with("id", id).with("cause", entry.cause())
                .with("dossier", entry.dossierId().orElse(NO_DOSSIER)).with("on", entry.on()).update()
                .chain(() -> Multi.createFrom().iterable(entry.postings()).onItem()
                        .transformToUniAndConcatenate(posting -> post(id, posting)).collect().asList())
                .replaceWithVoid();
    }

    private static Uni<Integer> post(UUID entry, Posting posting) {
        return Sql.of(ADD_POSTING).with("entry", entry).with("account", posting.account())
                .with("amount", posting.amount().cents()).update();
    }

    /** In the order of the names, so that two transactions never wait for each other crosswise. */
    @Override
    public Uni<Map<String, Money>> locked(Set<String> accounts) {
        Map<String, Money> balances = new HashMap<>();
        return Multi.createFrom().iterable(new TreeSet<>(accounts)).onItem()
                .transformToUniAndConcatenate(account -> Sql.of(LOCK).with("account", account)
                        .first(row -> Money.ofCents(row.number(0)))
                        .invoke(balance -> balances.put(account, balance.orElseThrow())))
                .collect().asList().replaceWith(balances);
    }

    @Override
    public Uni<List<Balance>> balances(String prefix) {
        return Sql.of(BALANCES).with("prefix", prefix)
                .list(row -> new Balance(row.text(0), Money.ofCents(row.number(1))));
    }

    @Override
    public Uni<Check> check() {
        return Sql.of(CHECK).first(row -> new Check(row.number(0), row.number(1), row.number(2), row.number(3)))
                .map(Optional::orElseThrow);
    }
}
