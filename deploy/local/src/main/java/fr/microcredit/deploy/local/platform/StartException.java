package fr.microcredit.deploy.local;

/** Why the platform does not start, in words for whoever started it. */
final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }
}
