package fr.microcredit.kit.reception;

/** What a handler made of an event. */
public enum Reception {
    /** Its effect is in the running transaction. */
    APPLIED,
    /** It is sound, but what it builds on has not come yet; nothing was written. It waits for its dossier's next event. */
    EARLY
}
