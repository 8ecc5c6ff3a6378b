-- What is asked for, from the draft to the bank; no name.
select create_documents('request');
alter table request
  add column file_number text not null unique,
  add column file_running bigint not null,
  add column agent text not null,
  add column person_id uuid not null,
  add column submitted_on date;
create index request_person on request (person_id);
comment on column request.agent is 'To whom the dossier is entrusted, by the identifier of the identity provider';

-- What has become of it since a bank has the file.
select create_documents('accompaniment');
alter table accompaniment add column approved_until date;
create index accompaniment_approved_until on accompaniment (approved_until) where status = 'bank-refused';

-- What the commission reads of a dossier, by it: the office's report, every version.
select create_documents('commission_report');

-- A loan as its office sees to it, from the pay-out on: what is unpaid, and what was done about it.
select create_documents('difficulty');
create index difficulty_open on difficulty (key) where status = 'open';
comment on table difficulty is 'Notes and reports of the office: no row and no part of one leaves it';

-- The one place of the office where a name stands, so that it can be erased.
create table applicant (
  dossier_id text primary key,
  office_id text not null,
  document jsonb not null
);
select protect_tenant('applicant', 'office_id');

-- A name as people look for it: without capitals and accents
create function plain_name(of_person text) returns text language sql immutable strict as $$
  select regexp_replace(normalize(lower(of_person collate "pg_c_utf8"), NFD), '[\u0300-\u036f]', '', 'g')
$$;

create table timeline_entry (
  dossier_id text not null,
  office_id text not null,
  event_id text not null,
  type text not null,
  effective_on date not null,
  data text not null,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (dossier_id, event_id)
);
select protect_tenant('timeline_entry', 'office_id');

create table scheme (
  scheme_id text not null,
  version text not null,
  document jsonb not null,
  primary key (scheme_id, version)
);

create table convention (
  convention_id text not null,
  version text not null,
  scheme_id text not null,
  document jsonb not null,
  number bigint generated always as identity,
  primary key (convention_id, version)
);
create index convention_scheme on convention (scheme_id);

create table bank (
  bank_id text not null,
  version text not null,
  document jsonb not null,
  number bigint generated always as identity,
  primary key (bank_id, version)
);

-- The same person is found again across offices behind one function: no office sees what another has.
create table person (
  match_hash text primary key,
  person_id uuid not null
);
revoke all on person from ${app_role};
comment on table person is 'Keyed hash of name and birth date; to erase a person, delete the row';

create function person_for(hash text, fresh uuid) returns uuid
language sql security definer set search_path = public as $match$
  insert into person as known (match_hash, person_id) values (hash, fresh)
  on conflict (match_hash) do update set person_id = known.person_id
  returning person_id
$match$;

-- What the file numbers of an office begin with. It is given once, and never to another office.
create table office_code (
  office_id text primary key,
  code text not null unique check (code ~ '^[A-Z]{2,8}$')
);
revoke insert, update, delete, truncate on office_code from ${app_role};

-- The code an office has, or else the first of these that is nobody's; null where each is another office's.
create function office_code(of_office text, wanted text[]) returns text
language plpgsql security definer set search_path = public as $code$
declare
  known text;
  candidate text;
begin
  select o.code into known from office_code o where o.office_id = of_office;
  if known is not null then
    return known;
  end if;
  foreach candidate in array wanted loop
    insert into office_code (office_id, code) values (of_office, candidate) on conflict do nothing;
    select o.code into known from office_code o where o.office_id = of_office;
    if known is not null then
      return known;
    end if;
  end loop;
  return null;
end
$code$;

-- A sequence for each code and year: no row is locked, and whoever opens a dossier does not wait for who opens another one.
-- Who opens the first of a year makes the sequence; whoever comes at the same moment waits for that once.
create function next_file_number(of_office text, wanted text[], of_year int)
returns table (code text, running bigint)
language plpgsql security definer set search_path = public as $number$
declare
  counter text;
begin
  code := office_code(of_office, wanted);
  if code is null then
    raise exception 'No code for file numbers is left: name one in intake.file-numbers.office-codes';
  end if;
  counter := format('file_number_%s_%s', lower(code), of_year);
  if to_regclass(counter) is null then
    begin
      execute format('create sequence %I', counter);
    exception when unique_violation or duplicate_table then
      null;
    end;
  end if;
  running := nextval(counter);
  return next;
end
$number$;

-- Since which month another office has an open request of the same person: handed in, not over, and no loan paid out yet. Who
-- asks learns nothing else of it, and asks once, when the request is handed in.
create function open_elsewhere(of_dossier text) returns text
language plpgsql volatile security definer set search_path = public as $elsewhere$
declare
  scope text := coalesce(current_setting('app.scope', true), '');
  since text;
begin
  perform set_config('app.scope', 'system', true);
  select to_char(min(other.submitted_on), 'YYYY-MM') into since
    from request own join request other on other.person_id = own.person_id and other.tenant <> own.tenant
      left join accompaniment loan on loan.key = other.key and other.status = 'transmitted'
        and loan.document ->> 'revision' = other.document ->> 'revision'
    where own.key = of_dossier and other.submitted_on is not null
      and other.status not in ('ineligible', 'refused', 'withdrawn', 'not-lent', 'abandoned')
      and coalesce(loan.status, '') not in ('disbursed', 'in-default', 'repaid', 'written-off', 'ended');
  perform set_config('app.scope', scope, true);
  return since;
end
$elsewhere$;

-- Who works at an office, as their token has called them last. Their acts stand in the audit chain by the identifier only.
create table agent (
  office_id text not null,
  subject text not null,
  name text,
  primary key (office_id, subject)
);
select protect_tenant('agent', 'office_id');

-- Days on which somebody stands in for an agent; sort_day is the first of them.
select create_documents('absence');
alter table absence
  add column agent text not null,
  add column substitute text not null,
  add column to_day date not null;
create index absence_substitute on absence (tenant, substitute);
