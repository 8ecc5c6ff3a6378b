create table session (
  id uuid primary key,
  office_id text not null,
  held_on date not null,
  status text not null,
  chair text,
  capacity text,
  version bigint not null
);
select protect_tenant('session', 'office_id');

create table agenda_item (
  dossier_id uuid primary key,
  office_id text not null,
  person_id uuid not null,
  revision int not null,
  eligible boolean not null,
  commission_required boolean not null,
  purpose text not null,
  amount_cents bigint not null check (amount_cents >= 0),
  months int not null,
  status text not null,
  session_id uuid references session (id),
  arrived_at timestamptz not null default clock_timestamp()
);
create index agenda_item_waiting on agenda_item (office_id) where status = 'WAITING';
create index agenda_item_session on agenda_item (session_id);
select protect_tenant('agenda_item', 'office_id');

create table ruling (
  session_id uuid not null references session (id),
  dossier_id uuid not null,
  office_id text not null,
  revision int not null,
  kind text not null,
  reasons text not null,
  decided_by text not null,
  decided_at timestamptz not null default clock_timestamp(),
  primary key (session_id, dossier_id)
);
select protect_tenant('ruling', 'office_id');

create table disagreement (
  dossier_id uuid primary key,
  office_id text not null,
  bank_id text not null,
  person_id uuid not null,
  round int not null,
  status text not null,
  revision int not null
);
select protect_tenant('disagreement', 'office_id');
