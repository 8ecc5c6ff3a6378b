-- The directory: drafts and published versions of accompanying bodies, banks and conventions; what is published stays.
create sequence directory_publication;
grant usage on sequence directory_publication to ${app_role};
create table directory_entry (
  number bigint generated always as identity primary key,
  entry_key text not null unique,
  kind text not null,
  document text not null,
  sha256 text not null,
  drafted_by text not null,
  drafted_on date not null,
  published_by text,
  published_on date,
  published_number bigint,
  check (published_by <> drafted_by or published_by = 'release')
);
create index directory_entry_published on directory_entry (published_number) where published_on is not null;
comment on column directory_entry.entry_key is 'Identifier and version, cm-dijon/1';

create function refuse_change_of_published_entry() returns trigger language plpgsql as $refuse$
begin
  if old.published_on is not null then
    raise exception 'A published version of an entry never changes';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $refuse$;
create trigger published_entry_never_changes before update or delete on directory_entry
  for each row execute function refuse_change_of_published_entry();
revoke truncate on directory_entry from ${app_role};
