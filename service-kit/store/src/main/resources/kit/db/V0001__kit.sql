-- The ground every service stands on. None of these tables has row-level security: they hold no person's data. What a
-- restricted topic carries is kept by its position only, answers to commands by the identifier of what they speak of.

create table outbox (
  seq bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  sequence bigint not null,
  type text not null,
  data_schema text not null,
  trace_parent text not null,
  attributes text not null,
  headers text not null,
  payload bytea,
  restricted boolean not null,
  recorded_at timestamptz not null default clock_timestamp(),
  failure text
);
create index outbox_failed on outbox (topic, key) where failure is not null;
comment on table outbox is 'Events of committed transactions that Kafka has not acknowledged yet';

create table outbox_sequence (
  topic text not null,
  key text not null,
  last bigint not null,
  primary key (topic, key)
);
comment on table outbox_sequence is 'Last number given to an event of a key on a topic; the row lock keeps numbers in commit order';

create table relay_position (
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
comment on table relay_position is 'How far this database knows the topics its service writes; what stands beyond was sent by a later state of it';

create table inbox (
  consumer text not null,
  event_id text not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_age on inbox (received_at);
comment on table inbox is 'Events of topics without gapless numbers, so that each counts once; purged when its topic no longer holds them';

create table stream_progress (
  consumer text not null,
  topic text not null,
  key text not null,
  last bigint not null,
  primary key (consumer, topic, key)
);
comment on table stream_progress is 'Number of the last event applied of a key on a topic; an event is known again by it';

create table stream_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  next_offset bigint not null,
  primary key (consumer, topic, partition)
);
comment on table stream_position is 'How far a topic has been read; written with the effect, so it is true after any crash';

create table parked_event (
  consumer text not null,
  topic text not null,
  partition int not null,
  record_offset bigint not null,
  key text not null,
  sequence bigint not null,
  event_id text not null,
  headers text not null,
  payload bytea,
  by_position boolean not null,
  parked_at timestamptz not null default now(),
  tries int not null default 0,
  next_try_at timestamptz not null default now(),
  primary key (consumer, topic, partition, record_offset)
);
create index parked_event_key on parked_event (consumer, key);
create index parked_event_next on parked_event (consumer, next_try_at);
comment on column parked_event.by_position is 'Of a restricted topic: only where it stands is kept, the value is read again from there';

create table dead_letter (
  id uuid primary key,
  consumer text not null,
  topic text not null,
  partition int not null,
  record_offset bigint not null,
  key text not null,
  event_id text not null,
  sequence bigint not null,
  reason text not null,
  status text not null default 'open' check (status in ('open', 'replayed', 'skipped', 'erased')),
  buried_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by text,
  unique (consumer, topic, partition, record_offset)
);
create index dead_letter_key on dead_letter (consumer, key) where status in ('open', 'skipped');

create table idempotency (
  tenant text not null,
  client text not null,
  operation text not null,
  key text not null,
  request_hash text not null,
  status int not null,
  resource text not null,
  problem text not null,
  created_at timestamptz not null default now(),
  primary key (tenant, client, operation, key)
);
create index idempotency_age on idempotency (created_at);
comment on column idempotency.resource is 'What the answer speaks of: a repeated command reads it again, in the scope of whoever asks';
comment on column idempotency.request_hash is 'Keyed hash of the body, from which nobody can guess a name';

-- A tenant's entries stand in 64 chains, by their subject: one chain's head is locked from the entry to the commit, and
-- commands of one office about different dossiers must not wait for one another there.
create table audit_head (
  tenant text not null,
  chain int not null check (chain between 0 and 63),
  last_number bigint not null,
  last_hash text not null,
  primary key (tenant, chain)
) with (fillfactor = 50);

create table audit_entry (
  tenant text not null,
  chain int not null check (chain between 0 and 63),
  number bigint not null,
  at text not null,
  actor text not null,
  client text not null,
  act text not null,
  subject text not null,
  detail text not null,
  hash text not null,
  primary key (tenant, chain, number)
);
create index audit_entry_subject on audit_entry (subject);
revoke update, delete, truncate on audit_entry from ${app_role};

create function audit_hash(before text, tenant text, chain int, number bigint, at text, actor text, client text, act text,
  subject text, detail text)
returns text language sql immutable as $hash$
  select encode(sha256(convert_to(concat_ws(E'\x1f', before, tenant, cast(chain as text), cast(number as text), at, actor,
    client, act, subject, detail), 'UTF8')), 'hex')
$hash$;
comment on function audit_hash is 'Of an entry and the hash before it; AuditTrail.Entry computes the same when it verifies';

-- A row of its own for whoever writes it with another statement: one way and one plan for both.
create function audit_append(of_tenant text, of_chain int, of_at text, of_actor text, of_client text, of_act text,
  of_subject text, of_detail text)
returns setof bigint language sql volatile as $append$
  with head as (
    insert into audit_head as h (tenant, chain, last_number, last_hash)
    values (of_tenant, of_chain, 1,
      audit_hash('', of_tenant, of_chain, 1, of_at, of_actor, of_client, of_act, of_subject, of_detail))
    on conflict (tenant, chain) do update set last_number = h.last_number + 1,
      last_hash = audit_hash(h.last_hash, of_tenant, of_chain, h.last_number + 1, of_at, of_actor, of_client, of_act,
        of_subject, of_detail)
    returning last_number, last_hash)
  insert into audit_entry (tenant, chain, number, at, actor, client, act, subject, detail, hash)
  select of_tenant, of_chain, last_number, of_at, of_actor, of_client, of_act, of_subject, of_detail, last_hash from head
  returning number
$append$;
comment on function audit_append is 'Appends an entry to its chain, whose head is locked from here to the commit, and gives its number';

create table business_day (
  only_row boolean primary key default true check (only_row),
  today date not null
);
comment on table business_day is 'The business date of a sandbox; in production the last day that was closed';

-- The beginning of every command in one statement. Its own statements see what was committed when each of them begins: the
-- answer is looked for when the lock is held, not before.
create function enter_command(of_scope text, lock_name text, of_tenant text, of_client text, of_operation text, of_key text,
  of_dossier text)
returns table (locked boolean, business_date date, request_hash text, status int, resource text, problem text)
language plpgsql volatile as $enter$
begin
  perform set_config('app.tenant', of_tenant, true), set_config('app.scope', of_scope, true);
  locked := pg_try_advisory_xact_lock(hashtextextended(lock_name, 1));
  if locked and of_dossier <> '' then
    perform pg_advisory_xact_lock(hashtextextended(of_dossier, 0));
  end if;
  select d.today into business_date from business_day d;
  select i.request_hash, i.status, i.resource, i.problem into request_hash, status, resource, problem
    from idempotency i
    where i.tenant = of_tenant and i.client = of_client and i.operation = of_operation and i.key = of_key;
  return next;
end
$enter$;

create table day_end_run (
  job text not null,
  day date not null,
  units int not null,
  ran_at timestamptz not null default now(),
  primary key (job, day)
);
comment on table day_end_run is 'What a day-end job did for a day; its row is in the transaction of its effect, so it is done once';

-- Three policies for a table whose rows belong to a tenant. After a transaction the setting is '' and not null, hence nullif.
create function protect_tenant(target regclass, tenant_column text) returns void language plpgsql as $protect$
declare
  own text := format('%I = nullif(current_setting(''app.tenant'', true), '''')', tenant_column);
  system_work text := 'current_setting(''app.scope'', true) = ''system''';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy own_rows on %s using (%s) with check (%s)', target, own, own);
  execute format('create policy region_reads on %s for select using (current_setting(''app.scope'', true) = ''region'')', target);
  execute format('create policy system_rows on %s using (%s) with check (%s)', target, system_work, system_work);
end
$protect$;

-- An aggregate: what is searched, locked or compared in columns, all of it in one document.
create function create_documents(name text) returns void language plpgsql as $documents$
begin
  execute format('create table %I (
    key text primary key,
    tenant text not null,
    status text not null,
    sort_day date not null,
    version bigint not null,
    document jsonb not null)', name);
  execute format('create index %I on %I (tenant, sort_day desc, key desc)', name || '_list', name);
  perform protect_tenant(cast(name as regclass), 'tenant');
end
$documents$;
