package fr.microcredit.kit.reception;

/** One key on one topic: the unit within which events have an order. */
record TopicKey(String topic, String key) {
}
