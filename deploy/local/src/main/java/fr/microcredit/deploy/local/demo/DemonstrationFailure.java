package fr.microcredit.deploy.local.demo;

/** A step or a figure of the demonstration is not as it has to be. */
public final class DemonstrationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemonstrationFailure(String message, Throwable cause) {
        super(message, cause);
    }

    DemonstrationFailure(String message) {
        super(message);
    }
}
