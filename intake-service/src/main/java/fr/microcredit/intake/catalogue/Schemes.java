package fr.microcredit.intake.catalogue;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.domain.Scheme;

/** Where published schemes are remembered. */
public interface Schemes {
    /** Adds a version or writes it anew. */
    Uni<Void> put(Scheme scheme);

    /** Adds a version of a convention or writes it anew. */
    Uni<Void> put(Scheme.Agreement agreement);

    /** Adds a version of a bank's entry or writes it anew. */
    Uni<Void> put(Scheme.Lender lender);

    /** Each with the conventions under it, and where the banks of these lend. */
    Uni<List<Scheme>> all();

    /** The same, asked for at once and waited for where the inner result is used. */
    Uni<Uni<List<Scheme>>> asked();
}
