select set_config('app.tenant', 'ccas-dijon', true), set_config('app.scope', 'tenant', true);
select key, sort_day, document, status, tenant, version from request where key = $key;
select cast(document as text) as document from applicant where dossier_id = $key;
