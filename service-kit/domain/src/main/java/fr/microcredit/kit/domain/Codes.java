package fr.microcredit.kit.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How constants are written everywhere outside Java: {@code NEEDS_HUMAN} is {@code needs-human}. */
public final class Codes {
    private Codes() {
    }

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that is none of this kind */
    public static <T extends Enum<T>> T parse(Class<T> kind, String code) {
        return Arrays.stream(kind.getEnumConstants()).filter(constant -> of(constant).equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + kind.getSimpleName()));
    }

    /** Every code of a kind, in its order. */
    public static List<String> all(Class<? extends Enum<?>> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Codes::of).toList();
    }
}
