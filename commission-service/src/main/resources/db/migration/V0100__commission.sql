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
