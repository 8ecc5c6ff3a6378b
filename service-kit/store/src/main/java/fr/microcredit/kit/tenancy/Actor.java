package fr.microcredit.kit.tenancy;

import java.util.Set;

/**
 * Who does something.
 *
 * @param subject the identity provider's identifier of the person or machine, never a name
 * @param client  the application the token was issued to
 * @param roles   of the realm
 * @param tenant  whose rows the actor may see
 */
public record Actor(String subject, String client, Set<String> roles, Tenant tenant) {

    public DataScope scope() {
        return tenant.kind() == Tenant.Kind.REGION ? DataScope.region() : DataScope.ofTenant(tenant.id());
    }

    public String tenantId() {
        return tenant.id();
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
