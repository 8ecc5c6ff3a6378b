-- A change of type rewrites the rows whatever row-level security says; an update by the owner would not see them.
alter table agenda_item alter column eligible type text using case when eligible then 'ELIGIBLE' else 'NEEDS_HUMAN' end;
alter table agenda_item rename column eligible to verdict;
alter table agenda_item add column assessed_on date not null default date '2000-01-01';
alter table agenda_item alter column assessed_on drop default;
