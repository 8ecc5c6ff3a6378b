package fr.microcredit.intake.dossier.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.accompaniment.domain.Accompaniment;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.difficulty.domain.Difficulty;
import fr.microcredit.intake.dossier.Dossier;
import fr.microcredit.intake.dossier.Dossiers;
import fr.microcredit.intake.request.domain.FileNumber;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store.Filter;
import fr.microcredit.kit.store.Store.Place;

/**
 * Request, accompaniment, applicant and loan in one look; once a bank has a request, the accompaniment says how far it has come.
 */
@ApplicationScoped
class DossierTable implements Dossiers {
    private static final String DOSSIER = """
                                          select r.key, r.version, cast(r.document as text) as request,
                                            case when r.status in ('transmitted', 'found-ineligible') then cast(a.document as text) end as accompaniment,
                                            case when r.status = 'transmitted' then cast(d.document as text) end as loan,
                                            cast(p.document as text) as applicant
                                          from request r left join accompaniment a on a.key = r.key
                                            left join difficulty d on d.key = r.key
                                            left join applicant p on p.dossier_id = r.key
                                          """;
    private static final String ONE = DOSSIER + "where r.key = :key and r.tenant = :office";
    private static final String PAGE = DOSSIER
            + """
              where r.tenant = :office
                and (cast(:purpose as text) is null or r.document #>> '{content,request,purpose}' = :purpose)
                and (cast(:name as text) is null
                     or starts_with(plain_name(p.document ->> 'familyName'), plain_name(:name)))
                and (cast(:running as bigint) is null or r.file_running = :running)
                and (cast(:code as text) is null or split_part(r.file_number, '-', 1) = :code)
                and (cast(:year as int) is null or cast(split_part(r.file_number, '-', 2) as int) = :year)
                and (cast(:agent as text) is null or r.agent = :agent
                     or r.agent in (select away.agent from absence away where away.tenant = :office
                       and away.substitute = :agent and cast(:standing as date) between away.sort_day and away.to_day))
                and r.sort_day between coalesce(cast(:openedFrom as date), '-infinity')
                  and coalesce(cast(:openedTo as date), 'infinity')
                and (cast(:submittedFrom as date) is null or r.submitted_on >= :submittedFrom)
                and (cast(:submittedTo as date) is null or r.submitted_on <= :submittedTo)
                and (cast(:waiting as date) is null or cast(r.document ->> 'lastOn' as date) <= :waiting)
                and (cast(:stage as text) is null
                     or :stage = case when r.status = 'transmitted' and a.document ->> 'revision' = r.document ->> 'revision'
                                 then a.status else r.status end)
                and (cast(:day as date) is null or (r.sort_day, r.key) < (:day, :key))
              order by r.sort_day desc, r.key desc limit :limit""";

    private static final String TO_SEE_TO = DOSSIER
            + """
              where (r.document ->> 'withdrawal' is not null
                       and r.status not in ('ineligible', 'refused', 'withdrawn', 'not-lent', 'abandoned')
                     or r.status = 'transmitted'
                       and (a.key is null or a.document ->> 'revision' is distinct from r.document ->> 'revision'
                            or a.status in ('transmitted', 'bank-disagreed', 'concerted')
                            or d.status = 'open'))
                and (cast(:office as text) is null or r.tenant = :office)
                and (cast(:agent as text) is null or r.agent = :agent
                     or r.agent in (select away.agent from absence away where away.tenant = r.tenant
                       and away.substitute = :agent and cast(:standing as date) between away.sort_day and away.to_day))
              order by r.key""";
    private static final String PERSON = DOSSIER
            + """
              where r.tenant = :office
                and r.person_id = (select own.person_id from request own where own.key = :key and own.tenant = :office)
              order by r.sort_day desc, r.key desc""";

    @Override
    public Uni<List<Kept<Dossier>>> page(Filter filter, Wanted wanted) {
        return Sql.of(PAGE).with("running", wanted.number().map(FileNumber.Typed::running))
                .with("code", wanted.number().flatMap(FileNumber.Typed::code))
                .with("year", wanted.number().flatMap(FileNumber.Typed::year)).with("agent", wanted.agent())
                .with("standing", wanted.standingIn())
                .with("openedFrom", wanted.opened().from()).with("openedTo", wanted.opened().to())
                .with("submittedFrom", wanted.submitted().from()).with("submittedTo", wanted.submitted().to())
                .with("waiting", wanted.waitingSince()).with("name", wanted.familyName())
                .with("purpose", wanted.purpose().map(Codes::of))
                .with("office", filter.tenant()).with("stage", filter.status())
                .with("day", filter.before().map(Place::day)).with("key", filter.before().map(Place::key))
                .with("limit", filter.limit()).list(DossierTable::dossier);
    }

    @Override
    public Uni<List<Kept<Dossier>>> toSeeTo(Waiting waiting) {
        return Sql.of(TO_SEE_TO).with("office", waiting.office()).with("agent", waiting.agent())
                .with("standing", waiting.day()).list(DossierTable::dossier);
    }

    @Override
    public Uni<List<Kept<Dossier>>> ofThePerson(String tenant, String key) {
        return Sql.of(PERSON).with("key", key).with("office", tenant).list(DossierTable::dossier);
    }

    @Override
    public Uni<Optional<Kept<Dossier>>> find(String tenant, String key) {
        return Sql.of(ONE).with("key", key).with("office", tenant).first(DossierTable::dossier);
    }

    private static Kept<Dossier> dossier(Row row) {
        return new Kept<>(row.text("key"), row.number("version"),
                new Dossier(KitJson.read(row.text("request"), Request.class),
                        document(row, "accompaniment", Accompaniment.class),
                        document(row, "applicant", Applicant.class), document(row, "loan", Difficulty.class)));
    }

    private static <T> Optional<T> document(Row row, String column, Class<T> type) {
        return row.maybe(column, Row::text).map(text -> KitJson.read(text, type));
    }
}
