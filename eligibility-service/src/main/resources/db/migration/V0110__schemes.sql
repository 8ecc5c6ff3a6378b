-- Schemes: drafts and published versions; what is published stays as it is.
create table scheme_version (
  number bigint generated always as identity primary key,
  scheme_id text not null,
  version text not null,
  document text not null,
  sha256 text not null,
  valid_from date not null,
  uploaded_by text not null,
  uploaded_on date not null,
  published_by text,
  published_on date,
  unique (scheme_id, version)
);
create index scheme_version_published on scheme_version (published_on) where published_on is not null;

create function refuse_change_of_published_scheme() returns trigger language plpgsql as $refuse$
begin
  if old.published_on is not null then
    raise exception 'A published version of a scheme never changes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $refuse$;
create trigger published_scheme_never_changes before update or delete on scheme_version
  for each row execute function refuse_change_of_published_scheme();
revoke truncate on scheme_version from ${app_role};

-- National values in their two times; a correction is a further row, and each is two persons' work.
create table parameter_value (
  number bigint generated always as identity primary key,
  name text not null,
  valid_from date not null,
  valid_to date,
  value numeric not null check (value >= 0),
  source text not null,
  known_from date not null,
  added_by text not null,
  confirmed_by text not null,
  unique (name, valid_from, known_from)
);
revoke update, delete, truncate on parameter_value from ${app_role};

select create_documents('value_proposal');
