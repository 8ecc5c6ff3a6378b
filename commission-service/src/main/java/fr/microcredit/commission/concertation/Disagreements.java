package fr.microcredit.commission.concertation;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Where disagreements are kept. */
public interface Disagreements extends Store<Disagreement> {
    /** Those of an office that are not settled, the oldest first. */
    Uni<List<Kept<Disagreement>>> unsettled(String officeId);
}
