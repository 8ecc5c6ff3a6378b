select set_config('app.tenant', 'ccas-dijon', true), set_config('app.scope', 'tenant', true);
select r.key, r.version, cast(r.document as text) as request,
  case when r.status = 'transmitted' then cast(a.document as text) end as accompaniment, cast(p.document as text) as applicant
from request r left join accompaniment a on a.key = r.key left join applicant p on p.dossier_id = r.key
where r.key = $key and r.tenant = 'ccas-dijon';
