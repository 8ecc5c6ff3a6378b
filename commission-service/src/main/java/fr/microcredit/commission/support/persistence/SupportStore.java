package fr.microcredit.commission.support.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.Supports;
import fr.microcredit.commission.support.domain.Support;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.store.DocumentRow;
import fr.microcredit.kit.store.DocumentStore;
import fr.microcredit.kit.store.Kept;

/** In PostgreSQL, one row for each loan; an office has few that its support commission has to do with. */
@ApplicationScoped
class SupportStore extends DocumentStore<Support, SupportStore.SupportRow> implements Supports {
    private static final String DOSSIER = """
                                          select key from support where tenant = :office and status <> 'none'
                                          and exists (select from jsonb_array_elements(document -> 'requests') as asked
                                            where asked ->> 'id' = :request)""";

    SupportStore() {
        super(SupportRow.class, SupportRow::new);
    }

    @Entity
    @Table(name = "support")
    static class SupportRow extends DocumentRow<Support> {
    }

    @Override
    public Uni<Optional<String>> dossierOf(String officeId, UUID request) {
        return Sql.of(DOSSIER).with("office", officeId).with("request", request.toString())
                .first(row -> row.text("key"));
    }

    @Override
    public Uni<List<Kept<Support>>> ofOffice(String officeId, boolean openOnly) {
        return list("tenant = :office and status " + (openOnly ? "= 'open'" : "<> 'none'") + " order by sort_day, key",
                Map.of("office", officeId));
    }
}
