create table guarantee (
  dossier_id uuid primary key,
  office_id text not null,
  bank_id text not null,
  person_id uuid not null,
  round int not null,
  status text not null,
  principal_cents bigint not null check (principal_cents > 0),
  outstanding_cents bigint not null check (outstanding_cents between 0 and principal_cents),
  shares text not null,
  expires_on date not null
);
create index guarantee_expiry on guarantee (expires_on) where status = 'RESERVED';
select protect_tenant('guarantee', 'office_id');

-- Over all offices, by random identifiers only: the cap of a person is decided without showing an office another's data.
create table person_exposure (
  person_id uuid primary key,
  exposure_cents bigint not null default 0 check (exposure_cents >= 0)
);

create table subsidy (
  dossier_id uuid primary key,
  office_id text not null,
  bank_id text not null,
  person_id uuid not null,
  round int not null,
  status text not null,
  year int not null,
  principal_cents bigint not null check (principal_cents > 0),
  months int not null,
  bank_rate numeric not null,
  borrower_rate numeric not null,
  early_end text not null,
  amount_cents bigint not null check (amount_cents >= 0),
  first_due_on date,
  accrued_through int not null,
  accrued_cents bigint not null check (accrued_cents between 0 and amount_cents),
  expires_on date not null,
  next_due_on date
);
create index subsidy_due on subsidy (next_due_on) where next_due_on is not null;
create index subsidy_expiry on subsidy (expires_on) where status = 'RESERVED';
select protect_tenant('subsidy', 'office_id');

create table rebate (
  dossier_id uuid primary key,
  office_id text not null,
  bank_id text not null,
  person_id uuid not null,
  status text not null,
  fraction numeric not null check (fraction > 0 and fraction <= 1),
  no_unpaid boolean not null,
  no_delay boolean not null,
  cure_days int not null,
  on_request boolean not null,
  base_cents bigint check (base_cents >= 0),
  amount_cents bigint check (amount_cents > 0 and amount_cents <= base_cents)
);
select protect_tenant('rebate', 'office_id');
