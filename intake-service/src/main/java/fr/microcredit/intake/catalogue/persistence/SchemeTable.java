package fr.microcredit.intake.catalogue.persistence;

import java.io.UncheckedIOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;

import fr.microcredit.intake.catalogue.Schemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.event.WireJson;
import fr.microcredit.kit.sql.Sql;

/** Schemes as documents: they are read whole and never searched. */
@ApplicationScoped
class SchemeTable implements Schemes {
    private static final String PUT = """
                                      insert into scheme (scheme_id, version, document) values (:id, :version, :document)
                                      on conflict (scheme_id, version) do update set document = excluded.document""";
    private static final String ALL = "select document from scheme order by scheme_id, version";

    @Override
    public Uni<Void> put(Scheme scheme) {
        return Sql.of(PUT).with("id", scheme.schemeId()).with("version", scheme.version())
                .with("document", write(scheme)).update().replaceWithVoid();
    }

    @Override
    public Uni<List<Scheme>> all() {
        return Sql.of(ALL).list(row -> read(row.text(0)));
    }

    private static String write(Scheme scheme) {
        try {
            return WireJson.MAPPER.writeValueAsString(scheme);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scheme read(String document) {
        try {
            return WireJson.MAPPER.readValue(document, Scheme.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
