package fr.microcredit.kit.sql;

import io.smallrye.mutiny.Uni;

/** What has failed was done for several at once: who of them is to blame, the failure does not say. */
public final class FailureOfMany extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailureOfMany(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }

    /** The work; where something else than the database fails in it, the failure is of all it was done for. */
    public static <T> Uni<T> within(Uni<T> work) {
        return work.onFailure(failure -> DatabaseFaults.of(failure) == DatabaseFaults.NONE)
                .transform(FailureOfMany::new);
    }
}
