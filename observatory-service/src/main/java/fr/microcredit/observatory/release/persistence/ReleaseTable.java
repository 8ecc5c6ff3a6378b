package fr.microcredit.observatory.release.persistence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.observatory.release.Releases;
import fr.microcredit.observatory.release.domain.Release;

/** Releases in PostgreSQL, a row a year. */
@ApplicationScoped
class ReleaseTable implements Releases {
    private static final String ADD = """
                                      insert into release (year, released_on, document)
                                      values (:year, :on, cast(cast(:document as text) as jsonb)) on conflict do nothing""";
    private static final String ALL = "select cast(document as text) as document from release order by year";
    private static final String LAST = "select max(year) as year from release";

    @Override
    public Uni<Void> add(Release release, LocalDate on) {
        return Sql.of(ADD).with("year", release.year()).with("on", on).with("document", KitJson.write(release))
                .update().replaceWithVoid();
    }

    @Override
    public Uni<List<Release>> all() {
        return Sql.of(ALL).list(row -> KitJson.read(row.text("document"), Release.class));
    }

    @Override
    public Uni<Optional<Integer>> lastYear() {
        return Sql.of(LAST).first(row -> row.maybe("year", Row::integer).orElse(null));
    }
}
