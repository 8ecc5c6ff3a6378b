package fr.microcredit.eligibility.parameter.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * National values as they were known at one moment. Nothing is interpolated: between the last day of one value and the
 * first of the next there is none.
 */
public final class KnownValues {
    private static final Comparator<DatedValue> NEWEST_KNOWLEDGE = Comparator.comparing(DatedValue::knownFrom)
            .thenComparing(DatedValue::number);

    private final Map<ParameterName, TreeMap<LocalDate, DatedValue>> byStart = new EnumMap<>(ParameterName.class);
    private final String hash;

    KnownValues(List<DatedValue> known) {
        known.forEach(value -> byStart.computeIfAbsent(value.name(), name -> new TreeMap<>()).merge(value.from(), value,
                (one, other) -> NEWEST_KNOWLEDGE.compare(one, other) >= 0 ? one : other));
        hash = sha256(known);
    }

    /**
     * The value that holds on a day: the one that begins last before it, as long as it has not ended. Of two for the same
     * start the one known later corrects the other.
     */
    public Optional<DatedValue> on(ParameterName name, LocalDate day) {
        TreeMap<LocalDate, DatedValue> values = byStart.get(name);
        Map.Entry<LocalDate, DatedValue> latest = values == null ? null : values.floorEntry(day);
        return Optional.ofNullable(latest).map(Map.Entry::getValue).filter(value -> value.coversEnd(day));
    }

    /** Fingerprint (SHA-256, hexadecimal) of all values that were known. */
    public String hash() {
        return hash;
    }

    private static String sha256(List<DatedValue> known) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            known.stream().map(DatedValue::canonical).sorted()
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
