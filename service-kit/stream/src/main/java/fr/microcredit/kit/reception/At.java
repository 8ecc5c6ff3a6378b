package fr.microcredit.kit.reception;

/** Where a record stands. */
public record At(String topic, int partition, long offset) {
    @Override
    public String toString() {
        return topic + "-" + partition + "-" + offset;
    }
}
