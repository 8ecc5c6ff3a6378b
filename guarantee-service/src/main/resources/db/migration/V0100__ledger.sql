-- One append-only double-entry ledger for funds, envelopes and rebates. It names no person and has no tenant.
create table ledger_entry (
  id uuid primary key,
  cause text not null,
  dossier_id uuid,
  corrects uuid references ledger_entry (id),
  effective_on date not null,
  recorded_at timestamptz not null default clock_timestamp()
);
create index ledger_entry_dossier on ledger_entry (dossier_id);
comment on column ledger_entry.corrects is 'An entry is never changed; one that was wrong is answered by another that cites it';

create table ledger_posting (
  entry_id uuid not null references ledger_entry (id),
  account text not null,
  amount_cents bigint not null check (amount_cents <> 0)
);
create index ledger_posting_entry on ledger_posting (entry_id);
create index ledger_posting_account on ledger_posting (account);
revoke update, delete, truncate on ledger_entry, ledger_posting from ${app_role};

create table account_balance (
  account text primary key,
  balance_cents bigint not null default 0,
  -- The last line of defence: whatever the service decides, nothing is promised twice.
  constraint not_overdrawn check (account not like '%:available' or balance_cents >= 0)
);
revoke insert, update, delete, truncate on account_balance from ${app_role};

create function keep_balance() returns trigger language plpgsql security definer set search_path = public as $keep$
begin
  -- Not one upsert: PostgreSQL holds the row it proposes to insert against the check before it looks for the conflict.
  insert into account_balance (account) values (new.account) on conflict do nothing;
  update account_balance set balance_cents = balance_cents + new.amount_cents where account = new.account;
  return null;
end
$keep$;
create trigger keep_balance after insert on ledger_posting for each row execute function keep_balance();

create function refuse_unbalanced() returns trigger language plpgsql as $refuse$
declare
  total bigint;
begin
  select coalesce(sum(amount_cents), 0) into total from ledger_posting where entry_id = new.entry_id;
  if total <> 0 then
    raise exception 'ledger entry % sums to %', new.entry_id, total using errcode = 'check_violation';
  end if;
  return null;
end
$refuse$;
create constraint trigger refuse_unbalanced after insert on ledger_posting
  deferrable initially deferred for each row execute function refuse_unbalanced();
