package fr.microcredit.kit.tenancy;

/**
 * Which rows a transaction may see; PostgreSQL's row-level security enforces it.
 *
 * @param tenant office or bank whose rows are visible, empty for none
 * @param reach  {@code tenant}: that tenant's rows; {@code region}: the Region's own rows, and all rows for reading;
 *               {@code system}: all rows, for the platform's own work
 */
public record DataScope(String tenant, Reach reach) {

    /** How far a transaction sees. */
    public enum Reach {
        TENANT, REGION, SYSTEM
    }

    public static DataScope ofTenant(String tenant) {
        return new DataScope(tenant, Reach.TENANT);
    }

    public static DataScope region() {
        return new DataScope(Tenant.REGION.id(), Reach.REGION);
    }

    public static DataScope system() {
        return new DataScope("", Reach.SYSTEM);
    }
}
