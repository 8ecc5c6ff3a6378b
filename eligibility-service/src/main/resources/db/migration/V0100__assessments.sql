create table published_version (
  scheme_id text not null,
  version text not null,
  primary key (scheme_id, version)
);

create table situation (
  dossier_id uuid not null,
  office_id text not null,
  revision int not null,
  document text not null,
  primary key (dossier_id, revision)
);
select protect_tenant('situation', 'office_id');
comment on table situation is 'Figures of a household; they came on the restricted topic and leave this service through its API only';

create table request (
  dossier_id uuid not null,
  office_id text not null,
  person_id uuid not null,
  revision int not null,
  situation_revision int not null,
  asked_on date not null,
  wish text not null,
  primary key (dossier_id, revision)
);
select protect_tenant('request', 'office_id');

create table assessment (
  id uuid primary key,
  dossier_id uuid not null,
  office_id text not null,
  person_id uuid not null,
  revision int not null,
  assessed_on date not null,
  scheme_version text not null,
  wish text not null,
  outcomes text not null,
  verdict text not null,
  confirmed boolean not null,
  version bigint not null,
  unique (dossier_id, revision)
);
select protect_tenant('assessment', 'office_id');

create table judgement (
  assessment_id uuid not null references assessment (id),
  office_id text not null,
  rule text not null,
  judged_by text not null,
  grounds text not null,
  judged_at timestamptz not null default now(),
  primary key (assessment_id, rule)
);
select protect_tenant('judgement', 'office_id');
comment on column judgement.grounds is 'In the agent''s words; may speak of the person, so it stays here';
