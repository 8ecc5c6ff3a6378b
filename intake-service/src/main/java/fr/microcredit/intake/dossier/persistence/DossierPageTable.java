package fr.microcredit.intake.dossier.persistence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.DossierPages;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.Store.Filter;
import fr.microcredit.kit.store.Store.Place;

/** Requests and accompaniments in one list; once a bank has a request, the accompaniment says how far it has come. */
@ApplicationScoped
class DossierPageTable implements DossierPages {
    private static final String PAGE = """
                                       select r.key from request r left join accompaniment a on a.key = r.key
                                         and a.document ->> 'revision' = r.document ->> 'revision'
                                         left join applicant p on p.dossier_id = r.key
                                       where r.tenant = :office
                                         and (cast(:purpose as text) is null or r.document #>> '{content,request,purpose}' = :purpose)
                                         and (cast(:name as text) is null
                                              or starts_with(plain_name(p.document ->> 'familyName'), plain_name(:name)))
                                         and (cast(:stage as text) is null
                                              or :stage = case when r.status = 'transmitted' then coalesce(a.status, r.status) else r.status end)
                                         and (cast(:day as date) is null or (r.sort_day, r.key) < (:day, :key))
                                       order by r.sort_day desc, r.key desc limit :limit""";

    @Override
    public Uni<List<String>> page(Filter filter, Wanted wanted) {
        return Sql.of(PAGE).with("name", wanted.familyName()).with("purpose", wanted.purpose().map(Codes::of))
                .with("office", filter.tenant()).with("stage", filter.status())
                .with("day", filter.before().map(Place::day)).with("key", filter.before().map(Place::key))
                .with("limit", filter.limit()).list(row -> row.text("key"));
    }
}
