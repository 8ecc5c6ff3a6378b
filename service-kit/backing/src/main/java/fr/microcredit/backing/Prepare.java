package fr.microcredit.backing;

/** Part of the build: unpacks PostgreSQL and Keycloak and runs Keycloak's build step, so that starts are quick. */
public final class Prepare {
    private Prepare() {
    }

    public static void main(String[] args) throws Exception {
        Distributions distributions = Distributions.ofThisBuild();
        distributions.postgres();
        if (KeycloakProcess.augment(distributions)) {
            System.out.println("PostgreSQL unpacked, Keycloak unpacked and augmented");
        }
    }
}
