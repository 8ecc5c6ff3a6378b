-- Existing files take any date: their acts were recorded before the order was kept.
alter table bank_file add column last_on date not null default date '2000-01-01';
alter table bank_file alter column last_on drop default;
alter table bank_file add column meeting_round int;
