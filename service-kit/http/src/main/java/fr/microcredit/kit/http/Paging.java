package fr.microcredit.kit.http;

import java.util.Optional;

import jakarta.ws.rs.QueryParam;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.store.Store;

/** Which part of a list is asked for. */
public class Paging {
    private static final int LIMIT_DEFAULT = 50;
    private static final int LIMIT_MAX = 200;

    @QueryParam("cursor")
    String cursor;
    @QueryParam("limit")
    String limit;

    /** Where the part before this one ended, or empty for the first. */
    public Optional<Store.Place> place() {
        return Optional.ofNullable(cursor).map(Cursor::decoded);
    }

    /** 1 to {@value #LIMIT_MAX}, {@value #LIMIT_DEFAULT} where nothing was asked for. */
    public int limit() {
        if (limit == null) {
            return LIMIT_DEFAULT;
        }
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > LIMIT_MAX) {
            throw new ProblemException(Problems.MALFORMED, Parameters.wrong("?limit"));
        }
        return Integer.parseInt(limit);
    }
}
