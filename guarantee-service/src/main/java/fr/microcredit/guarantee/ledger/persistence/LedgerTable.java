package fr.microcredit.guarantee.ledger.persistence;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.ledger.LedgerBook;
import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** The ledger in PostgreSQL: a trigger keeps balances, a deferred constraint refuses what does not sum to zero. */
@ApplicationScoped
class LedgerTable implements LedgerBook {
    private static final String POST = """
                                       with entry as (
                                         insert into ledger_entry (id, cause, dossier_id, corrects, effective_on)
                                         select * from unnest(cast(:ids as uuid[]), cast(:causes as text[]), cast(:dossiers as uuid[]),
                                           cast(:corrected as uuid[]), cast(:days as date[])) returning id)
                                       insert into ledger_posting (entry_id, account, amount_cents)
                                       select entry.id, account, amount
                                       from entry join unnest(cast(:entries as uuid[]), cast(:accounts as text[]), cast(:amounts as bigint[]))
                                         with ordinality as given(id, account, amount, place) using (id) order by place""";
    private static final String AMONG = """
                                        select account, balance_cents from account_balance where account = any(:accounts)""";
    private static final String BEGINNING = """
                                            select account, balance_cents from account_balance where starts_with(account, :prefix) order by account""";
    private static final String CHECK = """
                                        select (select coalesce(cast(sum(amount_cents) as bigint), 0) from ledger_posting) as total,
                                               (select count(*) from (select entry_id from ledger_posting group by entry_id
                                                                      having sum(amount_cents) <> 0) as sums) as unbalanced,
                                               (select count(*) from account_balance b where b.balance_cents <>
                                                  (select coalesce(sum(p.amount_cents), 0) from ledger_posting p where p.account = b.account)) as wrong,
                                               (select count(*) from account_balance where account like '%:available' and balance_cents < 0) as overdrawn""";

    private record Written(UUID id, Optional<UUID> corrects, Entry entry) {
    }

    private record Line(UUID entry, Posting posting) {
    }

    @Override
    public Uni<Void> entered() {
        return Locks.ahead(LOCK);
    }

    @Override
    public Uni<Void> post(Optional<Entry> entry) {
        return entry.isEmpty()
                ? Uni.createFrom().voidItem()
                : post(UUID.randomUUID(), Optional.empty(), entry.get());
    }

    @Override
    public Uni<Void> post(UUID id, Optional<UUID> corrects, Entry entry) {
        Outstanding.gather(LedgerTable.class, new Written(id, corrects, entry), LedgerTable::post);
        return Uni.createFrom().voidItem();
    }

    private static Sql post(List<Written> all) {
        List<Line> lines = all.stream()
                .flatMap(each -> each.entry().postings().stream().map(posting -> new Line(each.id(), posting)))
                .toList();
        return Sql.of(POST).with("ids", UUID.class, all.stream().map(Written::id).toList())
                .with("causes", all.stream().map(each -> each.entry().cause()).toList())
                .with("dossiers", UUID.class, all.stream().map(each -> each.entry().dossierId().orElse(null)).toList())
                .with("corrected", UUID.class, all.stream().map(each -> each.corrects().orElse(null)).toList())
                .with("days", LocalDate.class, all.stream().map(each -> each.entry().on()).toList())
                .with("entries", UUID.class, lines.stream().map(Line::entry).toList())
                .with("accounts", lines.stream().map(line -> line.posting().account()).toList())
                .with("amounts", Long.class, lines.stream().map(line -> line.posting().amount().cents()).toList());
    }

    @Override
    public Uni<Map<String, Money>> balances(Set<String> accounts) {
        return Sql.of(AMONG).with("accounts", accounts).list(LedgerTable::balance).map(found -> {
            Map<String, Money> balances = new HashMap<>();
            accounts.forEach(account -> balances.put(account, Money.ZERO));
            found.forEach(each -> balances.put(each.account(), each.amount()));
            return balances;
        });
    }

    @Override
    public Uni<List<Balance>> balances(String prefix) {
        return Sql.of(BEGINNING).with("prefix", prefix).list(LedgerTable::balance);
    }

    private static Balance balance(Row row) {
        return new Balance(row.text("account"), row.money("balance_cents"));
    }

    @Override
    public Uni<Check> check() {
        return Sql.of(CHECK).first(row -> new Check(row.number("total"), row.number("unbalanced"), row.number("wrong"),
                row.number("overdrawn"))).map(Optional::orElseThrow);
    }
}
