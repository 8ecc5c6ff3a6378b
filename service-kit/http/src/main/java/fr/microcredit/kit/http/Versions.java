package fr.microcredit.kit.http;

import jakarta.ws.rs.core.Response;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/** Versions of resources as strong entity tags: {@code "3"}. */
public final class Versions {
    private Versions() {
    }

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** With the version that the next change must name, where the resource has one. */
    static Response.ResponseBuilder tagged(Response.ResponseBuilder response, long version) {
        return version < 0 ? response : response.header("ETag", etag(version));
    }

    /**
     * The version a change expects.
     *
     * @throws ProblemException {@code version-required} without the header, {@code malformed-request} for another form
     */
    static long expected(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problems.VERSION_REQUIRED);
        }
        if (!ifMatch.trim().matches("\"\\d{1,18}\"")) {
            throw new ProblemException(Problems.MALFORMED, Parameters.wrong("header:If-Match"));
        }
        return Long.parseLong(ifMatch.trim().replace("\"", ""));
    }

    /** @throws ProblemException {@code stale-version} when somebody else has changed the resource since */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw new ProblemException(Problems.STALE);
        }
    }
}
