package fr.microcredit.kit.store;

/**
 * A state as it was kept.
 *
 * @param key     by which it is found again
 * @param version counts its changes from 0, for {@code If-Match}
 */
public record Kept<T>(String key, long version, T state) {
    public <R> Kept<R> with(R other) {
        return new Kept<>(key, version, other);
    }
}
