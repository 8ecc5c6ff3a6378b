create table note (
  id uuid primary key,
  office_id text not null,
  text text not null,
  version bigint not null
);
select protect_tenant('note', 'office_id');

create table heard (
  key text not null,
  number bigint generated always as identity,
  text text not null
);

create table sample_due (day date primary key, done boolean not null default false);
