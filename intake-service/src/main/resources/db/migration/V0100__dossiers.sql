create table dossier (
  id uuid primary key,
  office_id text not null,
  person_id uuid not null,
  stage text not null,
  revision int not null,
  situation_revision int not null,
  opened_on date not null,
  approved boolean not null,
  content text not null,
  terms text,
  version bigint not null
);
create index dossier_list on dossier (office_id, opened_on desc, id desc);
select protect_tenant('dossier', 'office_id');
comment on column dossier.content is 'Household, budget, request and consents as a JSON document; no name';

create table applicant (
  dossier_id uuid primary key,
  office_id text not null,
  family_name text not null,
  given_names text not null,
  birth_date date not null,
  street text not null,
  postal_code text not null,
  city text not null,
  phone text,
  email text
);
select protect_tenant('applicant', 'office_id');
comment on table applicant is 'Who asks: the one place of the office where a name stands, so that it can be erased';

create table timeline_entry (
  dossier_id uuid not null,
  office_id text not null,
  event_id text not null,
  type text not null,
  sequence bigint not null,
  effective_on date not null,
  data text not null,
  noted_at timestamptz not null default clock_timestamp(),
  primary key (dossier_id, event_id)
);
select protect_tenant('timeline_entry', 'office_id');

create table scheme (
  scheme_id text not null,
  version text not null,
  document text not null,
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
