-- Keys are dossier and bank: after a refusal a dossier may go to another bank, with a file and a loan of its own.
select create_documents('bank_file');
-- What a file waits for, and when it was last written, whoever wrote it: banks ask for what has changed.
alter table bank_file add column next_step text not null, add column changed_at timestamptz not null;
-- With the end of this day a bank's silence to its borrower counts as a refusal.
alter table bank_file add column agreement_until date;
create index bank_file_silent on bank_file (agreement_until) where agreement_until is not null;
create index bank_file_waiting on bank_file (tenant, next_step, sort_day desc, key desc);
create index bank_file_changed on bank_file (tenant, changed_at);
create function note_change() returns trigger language plpgsql as $note$
begin
  new.changed_at := clock_timestamp();
  return new;
end
$note$;
create trigger note_change before insert or update on bank_file for each row execute function note_change();

select create_documents('loan');
-- After this day the bank's convention has something of the next instalment reported.
alter table loan add column report_until date;
create index loan_report on loan (tenant, report_until) where report_until is not null;

create table identity (
  dossier_id uuid not null,
  bank_id text not null,
  document text not null,
  primary key (dossier_id, bank_id)
);
select protect_tenant('identity', 'bank_id');
comment on table identity is 'Who the applicant is, disclosed to one bank under consent; erased by a tombstone';

-- What is known of the applicant belongs to the file: a bank that asks for what has changed is told of it.
create function note_identity() returns trigger language plpgsql as $note$
begin
  update bank_file set version = version
  where key = coalesce(new.dossier_id, old.dossier_id) || '/' || coalesce(new.bank_id, old.bank_id);
  return null;
end
$note$;
create trigger note_identity after insert or update or delete on identity for each row execute function note_identity();
