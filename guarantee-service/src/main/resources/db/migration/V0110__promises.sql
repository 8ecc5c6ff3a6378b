-- Keys are dossier and bank. What is due for the day-end has a column and an index of its own.
select create_documents('guarantee');
alter table guarantee add column expires_on date;
create index guarantee_expiry on guarantee (expires_on) where status = 'reserved';

select create_documents('subsidy');
alter table subsidy add column expires_on date, add column next_due_on date;
create index subsidy_due on subsidy (next_due_on) where next_due_on is not null;
create index subsidy_expiry on subsidy (expires_on) where status = 'reserved';

-- By dossier: it comes to one loan at most.
select create_documents('rebate');

-- Over all offices, by random identifiers only: the cap of a person is decided without showing an office another's data.
create table person_exposure (
  person_id uuid primary key,
  exposure_cents bigint not null check (exposure_cents >= 0)
);

-- Money that an office or the Region has given; the key is the grant's own identifier.
select create_documents('money_grant');

create table guarantor (
  id text primary key
);
revoke insert, update, delete, truncate on guarantor from ${app_role};
comment on table guarantor is 'Who may guarantee; a new one is added by the owner of the database (runbook)';
insert into guarantor (id) values ('fcs'), ('region');
