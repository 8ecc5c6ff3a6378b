package fr.microcredit.intake.catalogue.persistence;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.Schemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;

/** Schemes as documents: they are read whole and never searched. */
@ApplicationScoped
class SchemeTable implements Schemes {
    private static final String PUT = """
                                      insert into scheme (scheme_id, version, document) values (:id, :version, cast(cast(:document as text) as jsonb))
                                      on conflict (scheme_id, version) do update set document = excluded.document""";

    private static final String ALL = "select cast(document as text) as document from scheme order by scheme_id, version";

    @Override
    public Uni<Void> put(Scheme scheme) {
        return Sql.of(PUT).with("id", scheme.schemeId()).with("version", scheme.version())
                .with("document", KitJson.write(scheme)).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Scheme>> all() {
        return Sql.of(ALL).list(SchemeTable::scheme);
    }

    @Override
    public Uni<Uni<List<Scheme>>> asked() {
        return Sql.of(ALL).early(SchemeTable::scheme);
    }

    private static Scheme scheme(Row row) {
        return KitJson.read(row.text("document"), Scheme.class);
    }
}
