package fr.microcredit.kit.domain;

import java.util.List;

/** Ends an act that does not hold, and its transaction; whoever asked is told the reasons. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Reason> reasons;

    public RefusedException(List<Reason> reasons) {
        super(reasons.get(0).code(), null, false, false);
        this.reasons = List.copyOf(reasons);
    }

    public static RefusedException of(Reason reason) {
        return new RefusedException(List.of(reason));
    }

    /** There is nothing with this identifier, or nothing that this actor may know of. */
    public static RefusedException unknown() {
        return of(Reason.unknown());
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
