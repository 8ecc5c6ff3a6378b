package fr.microcredit.guarantee.grant;

import io.smallrye.mutiny.Uni;

/** Who may guarantee: a closed list, so that a slip of the pen makes no new one. */
public interface Guarantors {
    Uni<Boolean> isKnown(String guarantor);
}
