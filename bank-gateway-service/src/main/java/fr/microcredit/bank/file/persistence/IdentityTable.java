package fr.microcredit.bank.file.persistence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.Identities;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.sql.Outstanding;
import fr.microcredit.kit.sql.Sql;

/** Identities in PostgreSQL. */
@ApplicationScoped
class IdentityTable implements Identities {
    private static final String PUT = """
                                      insert into identity (dossier_id, bank_id, document)
                                      select * from unnest(cast(:dossiers as uuid[]), cast(:banks as text[]), cast(:documents as text[]))
                                      on conflict (dossier_id, bank_id) do update set document = excluded.document""";

    private record Place(UUID dossier, String bank) {
    }

    private record Disclosed(Place place, Verbatim identity) {
    }

    @Override
    public Uni<Void> put(UUID dossierId, String bankId, Verbatim identity) {
        Outstanding.gather(IdentityTable.class, new Disclosed(new Place(dossierId, bankId), identity),
                IdentityTable::put);
        return Uni.createFrom().voidItem();
    }

    /** The last one disclosed of each. */
    private static Sql put(List<Disclosed> all) {
        Map<Place, String> rows = new LinkedHashMap<>();
        all.forEach(each -> rows.put(each.place(), each.identity().json()));
        return Sql.of(PUT).with("dossiers", UUID.class, rows.keySet().stream().map(Place::dossier).toList())
                .with("banks", rows.keySet().stream().map(Place::bank).toList()).with("documents", rows.values());
    }

    @Override
    public Uni<Void> erase(UUID dossierId) {
        return Sql.of("delete from identity where dossier_id = :dossier").with("dossier", dossierId).update()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<Verbatim>> find(UUID dossierId, String bankId) {
        return Sql.of("select document from identity where dossier_id = :dossier and bank_id = :bank")
                .with("dossier", dossierId).with("bank", bankId).first(row -> new Verbatim(row.text("document")));
    }
}
