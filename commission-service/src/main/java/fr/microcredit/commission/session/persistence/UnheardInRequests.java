package fr.microcredit.commission.session.persistence;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.session.Unheard;
import fr.microcredit.kit.sql.Sql;

/** By the day that requests are sorted by: that of their arrival. */
@ApplicationScoped
class UnheardInRequests implements Unheard {
    private static final String OLDEST = "select min(sort_day) as ready from request where status in ('waiting', 'on-agenda')";

    @Override
    public Uni<Optional<LocalDate>> oldest() {
        return Sql.of(OLDEST).first(row -> row.date("ready"));
    }
}
