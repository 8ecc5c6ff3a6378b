select set_config('app.tenant', 'ccas-dijon', true), set_config('app.scope', 'tenant', true);
select pg_try_advisory_xact_lock(hashtextextended($key, 1));
select request_hash, status, headers, body from idempotency
where tenant = 'ccas-dijon' and client = 'bench' and operation = 'POST /dossiers' and key = $key;
savepoint command;
select cast(today as text) from business_day;
select person_for($key, cast($key as uuid));
with numbered as (
  insert into outbox_sequence as s (topic, key, last) values ('microcredit.dossier', $key, 1)
  on conflict (topic, key) do update set last = s.last + 1
  returning last)
insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent, headers, payload, restricted)
select cast($key as uuid), 'microcredit.dossier', $key, last, 'fr.microcredit.dossier.opened',
       'urn:microcredit:fr.microcredit.dossier.opened:1', '00-876097c890cc05b11c68b4bcead93947-323716d416735079-01', '{}',
       cast('{"dossierId":"840ea60c-9b31-4c29-9ff1-2eef22d9f35d","officeId":"ccas-dijon","personId":"5051d479-4560-45d5-a8b4-f32da32cf419","effectiveOn":"2008-07-01"}' as bytea), false
from numbered;
insert into dossier (approved, content, office_id, opened_on, person_id, revision, situation_revision, stage, terms, version, id)
values (false, '{"consents":{}}', 'ccas-dijon', date '2008-07-01', cast($key as uuid), 0, 0, 'DRAFT', null, 0, cast($key as uuid));
insert into applicant (birth_date, city, email, family_name, given_names, office_id, phone, postal_code, street, dossier_id)
values (date '1970-01-01', 'Dijon', null, 'Essai', 'Alex', 'ccas-dijon', null, '21000', '1 rue des Exemples', cast($key as uuid));
insert into idempotency (tenant, client, operation, key, request_hash, status, headers, body)
values ('ccas-dijon', 'bench', 'POST /dossiers', $key, '9052fa53b958f19661a17b5d7e556d82badc1db6e84a5006dd63ef9d5132bc08', 201,
        '{"Location":"/dossiers/840ea60c-9b31-4c29-9ff1-2eef22d9f35d","ETag":"\"0\"","Content-Type":"application/json"}',
        '{"dossierId":"840ea60c-9b31-4c29-9ff1-2eef22d9f35d","personId":"5051d479-4560-45d5-a8b4-f32da32cf419","stage":"draft","revision":0,"openedOn":"2008-07-01","applicant":{"familyName":"Essai","givenNames":"Alex","birthDate":"1970-01-01","street":"1 rue des Exemples","postalCode":"21000","city":"Dijon","phone":null,"email":null},"consents":{"transmission":null,"incidentReports":null}}');
delete from outbox where event_id = cast($key as uuid);
