package fr.microcredit.eligibility.scheme.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.SchemeReader;
import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.SchemeVersions;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** Versions of schemes in PostgreSQL; a trigger keeps the published ones as they are. */
@ApplicationScoped
class SchemeVersionTable implements SchemeVersions {
    private static final String PUT = """
                                      insert into scheme_version (scheme_id, version, document, sha256, valid_from, uploaded_by, uploaded_on)
                                      values (:id, :version, :document, :sha256, :from, :by, :on)
                                      on conflict (scheme_id, version) do update set document = excluded.document, sha256 = excluded.sha256,
                                        valid_from = excluded.valid_from, uploaded_by = excluded.uploaded_by, uploaded_on = excluded.uploaded_on""";
    private static final String PUBLISH = """
                                          update scheme_version set published_by = :by, published_on = :on
                                          where scheme_id = :id and version = :version and published_on is null""";
    private static final String COLUMNS = """
                                          select document, sha256, uploaded_by, uploaded_on, published_by,
                                                 published_on
                                          from scheme_version """;
    private static final String ONE = COLUMNS + " where scheme_id = :id and version = :version for update";
    private static final String BY_KEY = COLUMNS + " where scheme_id || '/' || version = :key";
    private static final String ALL = COLUMNS + " order by number";
    private static final String PUBLISHED = "select count(*) as published from scheme_version where published_on is not null";
    private static final String LOCK = "scheme-versions";

    private final SchemeReader reader;

    SchemeVersionTable(SchemeReader reader) {
        this.reader = reader;
    }

    @Override
    public Uni<Void> putDraft(SchemeVersion draft) {
        return Sql.of(PUT).with("id", draft.scheme().schemeId()).with("version", draft.scheme().version())
                .with("document", draft.document()).with("sha256", draft.sha256())
                .with("from", draft.scheme().validFrom()).with("by", draft.uploadedBy())
                .with("on", draft.uploadedOn()).ahead().invoke(() -> keep(draft));
    }

    @Override
    public Uni<Void> publish(SchemeVersion published) {
        return Sql.of(PUBLISH).with("id", published.scheme().schemeId()).with("version", published.scheme().version())
                .with("by", published.publishedBy().orElseThrow()).with("on", published.publishedOn().orElseThrow())
                .ahead().invoke(() -> keep(published));
    }

    /** Whoever asks for it in this transaction gets what was written. */
    private static void keep(SchemeVersion written) {
        UnitOfWork.current().keep(SchemeVersion.class, written.key(), written);
    }

    @Override
    public Uni<List<SchemeVersion>> all() {
        return Sql.of(ALL).list(this::version);
    }

    @Override
    public Uni<Optional<SchemeVersion>> locked(String schemeId, String version) {
        return Sql.of(ONE).with("id", schemeId).with("version", version).first(this::version);
    }

    @Override
    public Uni<Optional<SchemeVersion>> find(String key) {
        Optional<SchemeVersion> written = UnitOfWork.current().kept(SchemeVersion.class, key);
        return written.isPresent()
                ? Uni.createFrom().item(written)
                : Sql.of(BY_KEY).with("key", key).first(this::version);
    }

    private SchemeVersion version(Row row) {
        String document = row.text("document");
        return new SchemeVersion(reader.read(document).scheme().orElseThrow(), document, row.text("sha256"),
                row.text("uploaded_by"), row.date("uploaded_on"), Optional.ofNullable(row.text("published_by")),
                row.maybe("published_on", Row::date));
    }

    @Override
    public Uni<Void> lockAll() {
        return Locks.ahead(LOCK);
    }

    @Override
    public Uni<Long> published() {
        return Sql.of(PUBLISHED).first(row -> row.number("published")).map(Optional::orElseThrow);
    }
}
