select locked, business_date, request_hash, status, resource, problem from enter_command('tenant', $key, 'ccas-dijon', 'bench', 'POST /dossiers/ {}', $key, '');
select person_for($key, gen_random_uuid()) as person, n.code, n.running from next_file_number('ccas-dijon', array['DIJ'], 2008) as n;
insert into applicant (dossier_id, office_id, document) values ($key, 'ccas-dijon', cast('{"familyName":"Essai","givenNames":"Alex","birthDate":"1970-01-01","street":"1 rue des Exemples","postalCode":"21000","city":"Dijon"}' as jsonb))
on conflict (dossier_id) do update set document = excluded.document;
insert into request (key, agent, sort_day, document, file_number, person_id, file_running, status, submitted_on, tenant, version)
select key, agent, sort_day, document, file_number, person_id, file_running, status, submitted_on, tenant, version from jsonb_populate_recordset(cast(null as request), cast('[{"key":"' || $key || '","sort_day":"2008-07-01","document":{"about":{"dossierId":"840ea60c-9b31-4c29-9ff1-2eef22d9f35d","personId":"5051d479-4560-45d5-a8b4-f32da32cf419","officeId":"ccas-dijon"},"stage":"draft","revision":0,"openedOn":"2008-07-01","content":{"consents":{}},"situationRevision":0,"missing":[],"refusedBy":[],"applicantRevision":0,"registration":{"number":{"code":"DIJ","year":2008,"running":1},"agent":"somebody"},"lastOn":"2008-07-01"},"status":"draft","tenant":"ccas-dijon","version":0,"agent":"somebody","file_number":"' || $key || '","file_running":1,"person_id":"5051d479-4560-45d5-a8b4-f32da32cf419"}]' as jsonb));
with given as (
  select * from unnest(array[cast($key as uuid)], array['microcredit.dossier'], array[$key], array['fr.microcredit.dossier.opened'],
    array['urn:microcredit:fr.microcredit.dossier.opened:1'], array['{"officeid":"ccas-dijon","personid":"5051d479-4560-45d5-a8b4-f32da32cf419","effectiveon":"2008-07-01"}'],
    array['{}'], array[cast('{}' as bytea)], array[false])
  with ordinality as g(id, topic, key, type, schema, attributes, headers, payload, restricted, place)),
counted as (select topic, key, count(*) as many from given group by topic, key order by topic, key),
numbered as (
  insert into outbox_sequence as s (topic, key, last) select topic, key, many from counted
  on conflict (topic, key) do update set last = s.last + excluded.last
  returning topic, key, last)
insert into outbox (event_id, topic, key, sequence, type, data_schema, trace_parent, attributes, headers, payload, restricted)
select g.id, g.topic, g.key, n.last - c.many + row_number() over (partition by g.topic, g.key order by g.place),
       g.type, g.schema, '00-876097c890cc05b11c68b4bcead93947-323716d416735079-01', g.attributes, g.headers, g.payload, g.restricted
from given g join counted c on c.topic = g.topic and c.key = g.key join numbered n on n.topic = g.topic and n.key = g.key
order by g.place;
insert into idempotency (tenant, client, operation, key, request_hash, status, resource, problem)
select 'ccas-dijon', 'bench', 'POST /dossiers/ {}', $key, '9052fa53b958f19661a17b5d7e556d82badc1db6e84a5006dd63ef9d5132bc08', 201, $key, ''
from audit_append('ccas-dijon', mod(abs(hashtext($key)), 64), '2026-01-01T00:00:00Z', 'somebody', 'bench', 'dossier-opened', $key, '{"effectiveOn":"2008-07-01"}');
delete from outbox where event_id = cast($key as uuid);
