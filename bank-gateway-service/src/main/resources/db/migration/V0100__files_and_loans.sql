-- Keys are dossier and bank: after a refusal a dossier may go to another bank, with a file and a loan of its own.
select create_documents('bank_file');
select create_documents('loan');

create table identity (
  dossier_id uuid not null,
  bank_id text not null,
  document text not null,
  primary key (dossier_id, bank_id)
);
select protect_tenant('identity', 'bank_id');
comment on table identity is 'Who the applicant is, disclosed to one bank under consent; erased by a tombstone';
