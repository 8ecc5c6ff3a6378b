package fr.microcredit.kit.testing;

import java.util.Locale;

/** How names of Java are written elsewhere. */
final class Names {
    private Names() {
    }

    static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
