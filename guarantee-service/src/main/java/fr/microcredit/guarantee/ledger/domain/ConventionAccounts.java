package fr.microcredit.guarantee.ledger.domain;

/** Accounts of a bank's convention: what was called under it of all guarantors, and the counterpart. */
public record ConventionAccounts(String convention) {
    private String account(String kind) {
        return "convention:" + convention + ":" + kind;
    }

    /** Only grows: what was recovered does not make room for other calls. */
    public String called() {
        return account("called");
    }

    /** The counterpart; always negative. */
    public String calls() {
        return account("calls");
    }
}
