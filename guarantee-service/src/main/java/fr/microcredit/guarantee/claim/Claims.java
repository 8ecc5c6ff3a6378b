package fr.microcredit.guarantee.claim;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.claim.domain.Claim;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where claims are kept. */
public interface Claims extends Store<Claim> {
    /** Every claim on a loan, locked, in the order in which they were filed. */
    Uni<List<Kept<Claim>>> onLoan(About about);
}
