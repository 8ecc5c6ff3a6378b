-- Calls of guarantees. They are the Region's rows, since its fund managers decide on them; what the bank tells of a loan comes in
-- the scope of its dossier's office, which reads its own.
select create_documents('guarantee_claim');
alter table guarantee_claim add column loan text not null, add column office_id text not null;
create index guarantee_claim_loan on guarantee_claim (loan);
create policy office_rows on guarantee_claim
  using (office_id = nullif(current_setting('app.tenant', true), ''))
  with check (office_id = nullif(current_setting('app.tenant', true), ''));
comment on column guarantee_claim.loan is 'Dossier and bank, as of the guarantee';
