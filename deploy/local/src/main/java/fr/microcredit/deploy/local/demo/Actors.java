package fr.microcredit.deploy.local.demo;

/** Who acts for an office or a bank in the demonstration. */
final class Actors {
    static final String FUND_MANAGER = "fonds.region";
    static final String OPERATOR = "exploitant.region";

    private Actors() {
    }

    static String agent(String office) {
        return "agent." + office;
    }

    static String manager(String office) {
        return "responsable." + office;
    }

    static String secretary(String office) {
        return "secretaire." + office;
    }

    static String president(String office) {
        return "presidente." + office;
    }

    static String bank(String bank) {
        return "bank-" + bank;
    }
}
