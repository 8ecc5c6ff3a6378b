package fr.microcredit.eligibility.scheme.domain;

import java.util.Arrays;
import java.util.List;

/**
 * Something wrong with a scheme.
 *
 * @param pointer   JSON Pointer into the file
 * @param code      stable, in kebab case
 * @param arguments for the text
 */
public record Finding(String pointer, String code, List<String> arguments) {
    static Finding at(String pointer, String code, Object... arguments) {
        return new Finding(pointer, code, Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
