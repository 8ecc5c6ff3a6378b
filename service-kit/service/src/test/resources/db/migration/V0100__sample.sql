select create_documents('note');

create table heard (
  key text not null,
  number bigint generated always as identity,
  text text not null
);

create table sample_due (day date primary key, done boolean not null default false);
