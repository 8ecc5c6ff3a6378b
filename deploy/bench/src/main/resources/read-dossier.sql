select set_config('app.tenant', 'ccas-dijon', true), set_config('app.scope', 'tenant', true);
select id, approved, content, office_id, opened_on, person_id, revision, situation_revision, stage, terms, version
from dossier where id = cast($key as uuid) and office_id = 'ccas-dijon';
select dossier_id, birth_date, city, email, family_name, given_names, office_id, phone, postal_code, street
from applicant where dossier_id = cast($key as uuid);
