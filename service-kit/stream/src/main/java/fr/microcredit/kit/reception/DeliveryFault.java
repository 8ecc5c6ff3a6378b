package fr.microcredit.kit.reception;

import fr.microcredit.kit.event.PoisonException;

/** A failure laid to one delivery. */
final class DeliveryFault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNEXPECTED = "unexpected-failure";

    private final transient Delivery delivery;

    private DeliveryFault(Delivery delivery, Throwable cause) {
        super(cause.getMessage(), cause, false, false);
        this.delivery = delivery;
    }

    static DeliveryFault of(Delivery delivery, Throwable cause) {
        return cause instanceof DeliveryFault fault ? fault : new DeliveryFault(delivery, cause);
    }

    Delivery delivery() {
        return delivery;
    }

    boolean isPoison() {
        return getCause() instanceof PoisonException;
    }

    /** Stable and without any content of the record. */
    String code() {
        return getCause() instanceof PoisonException poison ? poison.code() : UNEXPECTED;
    }
}
