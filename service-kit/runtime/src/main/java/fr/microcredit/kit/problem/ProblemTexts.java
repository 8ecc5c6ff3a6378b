package fr.microcredit.kit.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Texts of problems from the kit's bundle {@code kit-problems} and the service's {@code problems}. */
final class ProblemTexts {
    private static final List<String> BUNDLES = List.of("problems", "kit-problems");

    private ProblemTexts() {
    }

    /** The text of the key, or the key itself where no bundle has it. */
    static String of(Locale locale, String key, List<String> arguments) {
        for (String name : BUNDLES) {
            String pattern = find(name, locale, key);
            if (pattern != null) {
                return new MessageFormat(pattern, locale).format(arguments.toArray());
            }
        }
        return key;
    }

    private static String find(String bundle, Locale locale, String key) {
        try {
            ResourceBundle texts = ResourceBundle.getBundle(bundle, locale,
                    Thread.currentThread().getContextClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return texts.containsKey(key) ? texts.getString(key) : null;
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
