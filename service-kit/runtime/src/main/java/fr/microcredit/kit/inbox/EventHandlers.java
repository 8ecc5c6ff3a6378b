package fr.microcredit.kit.inbox;

/** Implemented by a feature that listens to events. */
public interface EventHandlers {
    void register(Subscriptions to);
}
