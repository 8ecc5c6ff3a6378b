package fr.microcredit.kit.reception;

import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.event.ReceivedEvent;

/** A delivery and the event in it. */
record Opened(Delivery delivery, ReceivedEvent event) {

    /** @throws DeliveryFault when there is no sound event in it */
    static Opened of(Delivery delivery) {
        try {
            return new Opened(delivery, EnvelopeReader.read(delivery));
        } catch (PoisonException e) {
            throw DeliveryFault.of(delivery, e);
        }
    }
}
