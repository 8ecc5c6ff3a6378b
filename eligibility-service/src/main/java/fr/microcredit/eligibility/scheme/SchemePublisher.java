package fr.microcredit.eligibility.scheme;

import java.time.LocalDate;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Tells the other services of a version, in the running transaction. */
public interface SchemePublisher {
    Uni<Void> published(Scheme scheme, LocalDate on);
}
