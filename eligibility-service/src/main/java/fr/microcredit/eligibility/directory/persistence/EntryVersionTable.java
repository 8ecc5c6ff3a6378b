package fr.microcredit.eligibility.directory.persistence;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.directory.EntryVersion;
import fr.microcredit.eligibility.directory.EntryVersions;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** Versions of entries in PostgreSQL; a trigger keeps the published ones as they are. */
@ApplicationScoped
class EntryVersionTable implements EntryVersions {
    private static final String PUT = """
                                      insert into directory_entry (entry_key, kind, document, sha256, drafted_by, drafted_on)
                                      values (:key, :kind, :document, :sha256, :by, :on)
                                      on conflict (entry_key) do update set kind = excluded.kind, document = excluded.document,
                                        sha256 = excluded.sha256, drafted_by = excluded.drafted_by, drafted_on = excluded.drafted_on""";
    private static final String PUBLISH = """
                                          update directory_entry set published_by = :by, published_on = :on,
                                            published_number = nextval('directory_publication')
                                          where entry_key = :key and published_on is null""";
    private static final String COLUMNS = """
                                          select kind, document, sha256, drafted_by, drafted_on, published_by, published_on
                                          from directory_entry """;
    private static final String BY_KEY = COLUMNS + " where entry_key = :key";
    private static final String ONE = BY_KEY + " for update";
    private static final String DRAFTS = COLUMNS + " where published_on is null order by number";
    private static final String ALL = COLUMNS + " where published_on is not null order by published_number";
    private static final String PUBLISHED = "select count(*) as published from directory_entry where published_on is not null";
    private static final String LOCK = "directory-entries";

    @Override
    public Uni<Void> putDraft(EntryVersion draft) {
        return Sql.of(PUT).with("key", draft.key()).with("kind", draft.entry().kindCode())
                .with("document", KitJson.write(draft.entry())).with("sha256", draft.sha256())
                .with("by", draft.draftedBy()).with("on", draft.draftedOn()).ahead().invoke(() -> keep(draft));
    }

    @Override
    public Uni<Void> publish(EntryVersion published) {
        return Sql.of(PUBLISH).with("key", published.key()).with("by", published.publishedBy().orElseThrow())
                .with("on", published.publishedOn().orElseThrow()).ahead().invoke(() -> keep(published));
    }

    /** Whoever asks for it in this transaction gets what was written. */
    private static void keep(EntryVersion written) {
        UnitOfWork.current().keep(EntryVersion.class, written.key(), written);
    }

    @Override
    public Uni<List<EntryVersion>> drafts() {
        return Sql.of(DRAFTS).list(EntryVersionTable::version);
    }

    @Override
    public Uni<List<EntryVersion>> allPublished() {
        return Sql.of(ALL).list(EntryVersionTable::version);
    }

    @Override
    public Uni<Optional<EntryVersion>> find(String key) {
        Optional<EntryVersion> written = UnitOfWork.current().kept(EntryVersion.class, key);
        return written.isPresent()
                ? Uni.createFrom().item(written)
                : Sql.of(BY_KEY).with("key", key).first(EntryVersionTable::version);
    }

    @Override
    public Uni<Optional<EntryVersion>> locked(String key) {
        return Sql.of(ONE).with("key", key).first(EntryVersionTable::version);
    }

    private static EntryVersion version(Row row) {
        Entry entry = KitJson.read(row.text("document"), Codes.parse(Entry.Kind.class, row.text("kind")).type());
        return new EntryVersion(entry, row.text("sha256"), row.text("drafted_by"), row.date("drafted_on"),
                Optional.ofNullable(row.text("published_by")), row.maybe("published_on", Row::date));
    }

    @Override
    public Uni<Void> lockAll() {
        return Locks.ahead(LOCK);
    }

    @Override
    public Uni<Long> published() {
        return Sql.of(PUBLISHED).first(row -> row.number("published")).map(Optional::orElseThrow);
    }

    @Override
    public String sha256(Entry entry) {
        return Sha256.of(KitJson.write(entry));
    }
}
