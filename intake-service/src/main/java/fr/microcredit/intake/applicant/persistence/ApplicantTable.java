package fr.microcredit.intake.applicant.persistence;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.Applicants;
import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.Foreseen;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** Applicants in PostgreSQL. */
@ApplicationScoped
class ApplicantTable implements Applicants {
    private static final String PUT = """
                                      insert into applicant (dossier_id, office_id, document) values (:dossier, :office, cast(cast(:document as text) as jsonb))
                                      on conflict (dossier_id) do update set document = excluded.document""";

    private static final String FIND = """
                                       select cast(document as text) as document from applicant where dossier_id = :dossier""";

    private static final String HANDING_IN = """
                                             select cast(document as text) as document, open_elsewhere(dossier_id) as elsewhere
                                             from applicant where dossier_id = :dossier""";

    private static final String FIND_ALL = """
                                           select dossier_id, cast(document as text) as document from applicant
                                           where dossier_id = any(cast(:dossiers as text[]))""";

    private final Foreseen<Applicant> applicants = new Foreseen<>(about -> Optional.of(about.dossierId().toString()),
            ApplicantTable::ask);

    private static Uni<Map<String, Applicant>> ask(Set<String> dossiers) {
        return Sql.of(FIND_ALL).with("dossiers", dossiers)
                .list(row -> Map.entry(row.text("dossier_id"), KitJson.read(row.text("document"), Applicant.class)))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Uni<Void> put(String dossierId, String officeId, Applicant applicant) {
        return Sql.of(PUT).with("dossier", dossierId).with("office", officeId)
                .with("document", KitJson.write(applicant)).ahead()
                .invoke(() -> UnitOfWork.current().keep(Applicant.class, dossierId, applicant));
    }

    @Override
    public Uni<Optional<Applicant>> find(String dossierId) {
        Optional<Applicant> written = UnitOfWork.current().kept(Applicant.class, dossierId);
        return written.isPresent()
                ? Uni.createFrom().item(written)
                : UnitOfWork.current().kept(Asked.class, dossierId).map(Asked::answer)
                        .orElseGet(() -> applicants.of(dossierId));
    }

    @Override
    public Uni<Uni<Optional<Applicant>>> asked(String dossierId) {
        UnitOfWork unit = UnitOfWork.current();
        Optional<Applicant> written = unit.kept(Applicant.class, dossierId);
        if (written.isPresent()) {
            return Uni.createFrom().item(Uni.createFrom().item(written));
        }
        return unit.kept(Asked.class, dossierId).map(asked -> Uni.createFrom().item(asked.answer()))
                .orElseGet(() -> Sql.of(FIND).with("dossier", dossierId)
                        .early(row -> KitJson.read(row.text("document"), Applicant.class))
                        .map(answer -> answer.map(found -> found.stream().findFirst()))
                        .invoke(answer -> unit.keep(Asked.class, dossierId, new Asked(answer))));
    }

    @Override
    public Uni<Uni<Optional<HandingIn>>> handingIn(String dossierId) {
        return Sql.of(HANDING_IN).with("dossier", dossierId)
                .early(row -> new HandingIn(KitJson.read(row.text("document"), Applicant.class),
                        row.maybe("elsewhere", Row::text).map(YearMonth::parse)))
                .map(answer -> answer.map(found -> found.stream().findFirst()))
                .invoke(answer -> UnitOfWork.current().keep(Asked.class, dossierId,
                        new Asked(answer.map(found -> found.map(HandingIn::applicant)))));
    }

    private record Asked(Uni<Optional<Applicant>> answer) {
    }
}
