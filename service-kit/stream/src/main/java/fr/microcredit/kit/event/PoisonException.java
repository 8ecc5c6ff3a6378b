package fr.microcredit.kit.event;

/** A record that can never be applied, in whatever order it comes: it goes to the dead letters. */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param code stable, in kebab case; no content of the record */
    public PoisonException(String code) {
        super(code, null, false, false);
    }

    public String code() {
        return getMessage();
    }
}
