package fr.microcredit.kit.tenancy;

/**
 * Whom a token speaks for.
 *
 * @param kind office (an accompanying body: CCAS, CIAS, association, department), bank, or the Region
 * @param id   such as {@code ccas-dijon}; {@code region} for the Region
 */
public record Tenant(Kind kind, String id) {
    /** Kinds of tenants. */
    public enum Kind {
        OFFICE, BANK, REGION
    }

    public static final Tenant REGION = new Tenant(Kind.REGION, "region");
}
