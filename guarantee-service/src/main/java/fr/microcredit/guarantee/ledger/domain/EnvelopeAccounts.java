package fr.microcredit.guarantee.ledger.domain;

/** Accounts of an office's envelope for interest subsidies of a year. */
public record EnvelopeAccounts(String officeId, int year) {
    private String account(String kind) {
        return "envelope:" + officeId + ":" + year + ":" + kind;
    }

    /** The counterpart of what the office granted; always negative. */
    public String granted() {
        return account("granted");
    }

    /** Never negative: what can still be promised. */
    public String available() {
        return account("available");
    }

    public String reserved() {
        return account("reserved");
    }

    public String committed() {
        return account("committed");
    }

    public String accrued() {
        return account("accrued");
    }
}
