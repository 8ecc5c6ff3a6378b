package fr.microcredit.kit.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateException;

/**
 * Every text that people read, from resource bundles in French and English. Places for values are written {@code {name}};
 * a text whose values are not all there is no text.
 */
public final class Texts {
    private static final Engine ENGINE = Engine.builder().addDefaults().strictRendering(true).build();
    private static final Map<String, Template> TEMPLATES = new ConcurrentHashMap<>();
    private static final List<String> PLACES = List.of("first", "second", "third");

    private final List<ResourceBundle> bundles;

    private Texts(List<ResourceBundle> bundles) {
        this.bundles = bundles;
    }

    /** @param names of the bundles, the one that wins first; one that is missing is left out */
    public static Texts in(Locale language, String... names) {
        return new Texts(List.of(names).stream().flatMap(name -> bundle(name, language).stream()).toList());
    }

    private static Optional<ResourceBundle> bundle(String name, Locale language) {
        try {
            return Optional.of(ResourceBundle.getBundle(name, language, Thread.currentThread().getContextClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }

    /** Empty where no bundle has the key, or a value for one of its places is missing. */
    public Optional<String> find(String key, Map<String, String> values) {
        return bundles.stream().filter(bundle -> bundle.containsKey(key)).findFirst()
                .flatMap(bundle -> filled(bundle.getString(key), values));
    }

    /** With values whose places are {@code first}, {@code second} and {@code third}. */
    public Optional<String> find(String key, List<String> values) {
        Map<String, String> named = new HashMap<>();
        for (int index = 0; index < Math.min(values.size(), PLACES.size()); index++) {
            named.put(PLACES.get(index), values.get(index));
        }
        return find(key, named);
    }

    private static Optional<String> filled(String text, Map<String, String> values) {
        if (text.indexOf('{') < 0) {
            return Optional.of(text);
        }
        try {
            return Optional.of(TEMPLATES.computeIfAbsent(text, ENGINE::parse).render(values));
        } catch (TemplateException e) {
            return Optional.empty();
        }
    }
}
