package fr.microcredit.deploy.local.accounts;

/** Why an order is not carried out, in words for whoever gave it. */
final class NotDoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotDoneException(String message) {
        super(message);
    }
}
