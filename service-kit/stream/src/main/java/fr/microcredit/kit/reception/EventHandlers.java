package fr.microcredit.kit.reception;

/** Implemented by a feature that listens to events. */
public interface EventHandlers {
    void register(Subscriptions to);
}
