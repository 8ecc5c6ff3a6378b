-- What is asked for, from the draft to the bank; no name.
select create_documents('request');

-- What has become of it since a bank has the file.
select create_documents('accompaniment');
alter table accompaniment add column approved_until date;
create index accompaniment_approved_until on accompaniment (approved_until) where status = 'bank-refused';

-- What the commission reads of a dossier, by it: the office's report, every version.
select create_documents('commission_report');

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
