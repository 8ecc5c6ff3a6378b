-- What the commission knows of a request, by its dossier.
select create_documents('request');
alter table request add column session_id uuid;
create index request_session on request (session_id) where session_id is not null;

-- Sessions with what they have decided.
select create_documents('session');

-- By dossier and bank: a newer round takes the older one's place.
select create_documents('disagreement');

-- By office: who sits on its commission, and how it decides.
select create_documents('committee');

-- By session: its minutes as they were sealed.
select create_documents('minutes');

-- By dossier: what its office's support commission was asked for and has decided, and what the bank tells of the loan.
select create_documents('support');

-- By office: what its support commission may spend.
select create_documents('support_settings');

-- Grants of support commissions: what competes for a budget. Whoever grants holds the lock of the office's year.
create table support_grant (
  request_id uuid primary key,
  tenant text not null,
  dossier_id uuid not null,
  year int not null,
  granted_cents bigint not null check (granted_cents > 0),
  counts_cents bigint not null check (counts_cents >= 0)
);
create index support_grant_year on support_grant (tenant, year);
create index support_grant_dossier on support_grant (dossier_id);
select protect_tenant('support_grant', 'tenant');
comment on column support_grant.counts_cents is 'The grant until it is paid, then what was paid; nothing once it is withdrawn or has lapsed';
