package fr.microcredit.eligibility.scheme.persistence;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.PublishedVersions;
import fr.microcredit.kit.sql.Sql;

/** Published versions in PostgreSQL. */
@ApplicationScoped
class PublishedVersionTable implements PublishedVersions {
    private static final String ADD = """
                                      insert into published_version (scheme_id, version) values (:scheme, :version) on conflict do nothing""";

    @Override
    public Uni<Boolean> add(String schemeId, String version) {
        return Sql.of(ADD).with("scheme", schemeId).with("version", version).update().map(rows -> rows == 1);
    }
}
