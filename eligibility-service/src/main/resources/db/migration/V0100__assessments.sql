create table situation (
  dossier_id uuid not null,
  office_id text not null,
  revision int not null,
  document jsonb not null,
  primary key (dossier_id, revision)
);
select protect_tenant('situation', 'office_id');
comment on table situation is 'Figures of a household; they came on the restricted topic and leave this service through its API only';

create table submission (
  dossier_id uuid not null,
  office_id text not null,
  revision int not null,
  document jsonb not null,
  primary key (dossier_id, revision)
);
select protect_tenant('submission', 'office_id');

-- One for each version of a request; its key is the dossier and the revision.
select create_documents('assessment');
alter table assessment add column dossier_id uuid not null, add column scheme_id text not null, add column revision int not null;
create index assessment_dossier on assessment (dossier_id, revision desc);
create index assessment_scheme on assessment (scheme_id, dossier_id, revision desc);

create table judgement (
  assessment_id uuid not null,
  office_id text not null,
  rule text not null,
  judged_by text not null,
  grounds text not null,
  judged_at timestamptz not null default now(),
  number bigint generated always as identity primary key
);
create index judgement_assessment on judgement (assessment_id);
select protect_tenant('judgement', 'office_id');
comment on column judgement.grounds is 'In the agent''s words; may speak of the person, so it stays here';

-- What a person owes or has been promised, over all offices: no office reads it, it only enters a sum.
create table person_exposure (
  dossier_id uuid primary key,
  person_id uuid not null,
  amount_cents bigint not null check (amount_cents >= 0)
);
create index person_exposure_person on person_exposure (person_id);
