package fr.microcredit.deploy.local.platform;

/** Why the platform does not start, in words for whoever started it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
