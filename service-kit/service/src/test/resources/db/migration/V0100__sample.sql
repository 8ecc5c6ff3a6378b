select create_documents('note');

create table heard (
  key text not null,
  number bigint generated always as identity,
  text text not null
);

create table sample_due (day date primary key, done boolean not null default false);

-- Refuses at the commit what says so, as the sums of a ledger do. The sequence counts the tries: no rollback undoes it.
create sequence commit_refusal;
create function refuse_at_commit() returns trigger language plpgsql security definer as $refuse$
declare
  said text := cast(to_jsonb(new) as text);
begin
  if said like '%-at-commit%' then
    perform nextval('commit_refusal');
  end if;
  if said like '%violates-at-commit%' then
    raise check_violation using message = 'refused at commit';
  elsif said like '%raises-at-commit%' then
    raise exception 'refused at commit';
  end if;
  return null;
end
$refuse$;
create constraint trigger heard_at_commit after insert on heard deferrable initially deferred
  for each row execute function refuse_at_commit();
create constraint trigger note_at_commit after insert or update on note deferrable initially deferred
  for each row execute function refuse_at_commit();
