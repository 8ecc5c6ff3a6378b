package fr.microcredit.deploy.local.platform;

/** The services of the platform. */
public enum Service {
    INTAKE("intake", "intake-service"), ELIGIBILITY("eligibility", "eligibility-service"),
    COMMISSION("commission", "commission-service"), BANK("bank", "bank-gateway-service"),
    GUARANTEE("guarantee", "guarantee-service"), OBSERVATORY("observatory", "observatory-service");

    private final String shortName;
    private final String module;

    Service(String shortName, String module) {
        this.shortName = shortName;
        this.module = module;
    }

    /** Name of its database, of its Kafka user and in its events. */
    public String shortName() {
        return shortName;
    }

    /** Folder of its sources; also its consumer group. */
    public String module() {
        return module;
    }
}
