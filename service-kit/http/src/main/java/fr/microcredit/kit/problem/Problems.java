package fr.microcredit.kit.problem;

import java.util.List;

/** The problems that every service can answer with; services add their own. */
public final class Problems {
    public static final ProblemType MALFORMED = new ProblemType("malformed-request", 400);
    public static final ProblemType INVALID = new ProblemType("invalid-request", 422);
    public static final ProblemType UNAUTHENTICATED = new ProblemType("unauthenticated", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
    public static final ProblemType INSUFFICIENT_SCOPE = new ProblemType("insufficient-scope", 403);
    public static final ProblemType TENANT_MISSING = new ProblemType("tenant-missing", 403);
    public static final ProblemType FOREIGN_ORIGIN = new ProblemType("foreign-origin", 403);
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404);
    public static final ProblemType METHOD_NOT_ALLOWED = new ProblemType("method-not-allowed", 405);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406);
    public static final ProblemType LENGTH_REQUIRED = new ProblemType("length-required", 411);
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413);
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE = new ProblemType("unsupported-media-type", 415);
    public static final ProblemType STALE = new ProblemType("stale-version", 412);
    public static final ProblemType VERSION_REQUIRED = new ProblemType("version-required", 428);
    public static final ProblemType KEY_REQUIRED = new ProblemType("idempotency-key-required", 400);
    public static final ProblemType KEY_REUSED = new ProblemType("idempotency-key-reused", 422);
    public static final ProblemType KEY_IN_USE = new ProblemType("idempotency-key-in-use", 409);
    public static final ProblemType TOO_MANY_REQUESTS = new ProblemType("too-many-requests", 429);
    public static final ProblemType BUSY = new ProblemType("busy", 503);
    public static final ProblemType INTERNAL = new ProblemType("internal-error", 500);

    /** What the layers below the resources say by a status alone; one for each status. */
    public static final List<ProblemType> OF_HTTP = List.of(MALFORMED, UNAUTHENTICATED, FORBIDDEN, NOT_FOUND,
            METHOD_NOT_ALLOWED, NOT_ACCEPTABLE, LENGTH_REQUIRED, TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);

    private Problems() {
    }
}
