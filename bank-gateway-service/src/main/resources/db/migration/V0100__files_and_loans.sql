create table bank_file (
  dossier_id uuid not null,
  bank_id text not null,
  office_id text not null,
  person_id uuid not null,
  revision int not null,
  purpose text not null,
  amount_cents bigint not null check (amount_cents > 0),
  months int not null,
  borrower_rate numeric not null,
  bank_rate numeric not null,
  guaranteed boolean not null,
  subsidised boolean not null,
  terms text not null,
  transmitted_on date not null,
  status text not null,
  round int not null,
  guarantee text not null,
  subsidy text not null,
  meeting_revision int,
  meeting_changed boolean,
  signed_on date,
  first_due_on date,
  version bigint not null,
  primary key (dossier_id, bank_id)
);
create index bank_file_list on bank_file (bank_id, transmitted_on desc, dossier_id desc);
select protect_tenant('bank_file', 'bank_id');

create table identity (
  dossier_id uuid not null,
  bank_id text not null,
  document text not null,
  primary key (dossier_id, bank_id)
);
select protect_tenant('identity', 'bank_id');
comment on table identity is 'Who the applicant is, disclosed to one bank under consent; erased by a tombstone';

create table loan (
  dossier_id uuid not null,
  bank_id text not null,
  office_id text not null,
  person_id uuid not null,
  principal_cents bigint not null check (principal_cents > 0),
  rate numeric not null,
  disbursed_on date not null,
  rebate_ordered_cents bigint check (rebate_ordered_cents > 0),
  rebate_credited_on date,
  primary key (dossier_id, bank_id)
);
select protect_tenant('loan', 'bank_id');

create table instalment (
  dossier_id uuid not null,
  bank_id text not null,
  number int not null check (number > 0),
  due_on date not null,
  payment_cents bigint not null,
  interest_cents bigint not null check (interest_cents >= 0),
  principal_cents bigint not null check (principal_cents > 0),
  outstanding_cents bigint not null check (outstanding_cents >= 0),
  paid_on date,
  payer text,
  missed_on date,
  primary key (dossier_id, bank_id, number),
  foreign key (dossier_id, bank_id) references loan,
  check (payment_cents = interest_cents + principal_cents),
  check ((paid_on is null) = (payer is null))
);
select protect_tenant('instalment', 'bank_id');
