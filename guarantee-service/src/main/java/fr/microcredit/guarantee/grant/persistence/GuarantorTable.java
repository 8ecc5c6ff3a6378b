package fr.microcredit.guarantee.grant.persistence;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.grant.Guarantors;
import fr.microcredit.kit.sql.Sql;

/** Guarantors in PostgreSQL. */
@ApplicationScoped
class GuarantorTable implements Guarantors {
    private static final String ONE = "select id from guarantor where id = :guarantor";

    @Override
    public Uni<Boolean> isKnown(String guarantor) {
        return Sql.of(ONE).with("guarantor", guarantor).first(row -> row.text("id")).map(Optional::isPresent);
    }
}
