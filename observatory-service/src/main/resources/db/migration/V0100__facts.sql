create table dossier_fact (
  dossier_id uuid primary key,
  office_id text not null,
  person_id uuid not null,
  facts jsonb not null
);
create index dossier_fact_opened on dossier_fact ((facts ->> 'opened'));
create index dossier_fact_disbursed on dossier_fact (substr(facts ->> 'disbursed', 1, 4));
comment on table dossier_fact is 'What the stream says of each dossier; wiped and rebuilt from the topics it ends the same';

create function sums(known jsonb, more jsonb) returns jsonb language sql immutable as $sums$
  select coalesce(jsonb_object_agg(key, coalesce(cast(known ->> key as bigint), 0) + cast(value as bigint)), '{}')
  from jsonb_each_text(more)
$sums$;

-- What was made public of a year; it never changes, so that no two readings can be subtracted.
create table release (
  year int primary key,
  released_on date not null,
  document jsonb not null
);
create function refuse_change_of_release() returns trigger language plpgsql as $refuse$
begin
  raise exception 'A release never changes';
end $refuse$;
create trigger release_never_changes before update or delete on release
  for each row execute function refuse_change_of_release();
revoke update, delete, truncate on release from ${app_role};
