package fr.microcredit.kit.problem;

/**
 * A kind of problem (RFC 9457). The code is stable and names the texts {@code <code>.title} and {@code <code>.detail} in
 * the message bundles.
 *
 * @param code   in kebab case
 * @param status HTTP status, 4xx or 5xx
 */
public record ProblemType(String code, int status) {
    private static final String URN = "urn:microcredit:problem:";

    public String uri() {
        return URN + code;
    }
}
