package fr.microcredit.kit.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement whose parameters have names, as PostgreSQL numbers them. Texts are few and fixed, so each is read once.
 *
 * @param positional with {@code $1}, {@code $2}, …
 * @param names      of the parameters, in that order
 */
record NamedText(String positional, List<String> names) {
    /** A quoted text, a cast, or a parameter. */
    private static final Pattern PARTS = Pattern.compile("'(?:[^']|'')*'|::|:([a-zA-Z][a-zA-Z0-9_]*)");
    private static final Map<String, NamedText> KNOWN = new ConcurrentHashMap<>();

    static NamedText of(String text) {
        return KNOWN.computeIfAbsent(text, NamedText::read);
    }

    private static NamedText read(String text) {
        List<String> names = new ArrayList<>();
        StringBuilder positional = new StringBuilder();
        Matcher parts = PARTS.matcher(text);
        while (parts.find()) {
            String name = parts.group(1);
            parts.appendReplacement(positional,
                    Matcher.quoteReplacement(name == null ? parts.group() : "$" + (number(names, name))));
        }
        parts.appendTail(positional);
        return new NamedText(positional.toString(), List.copyOf(names));
    }

    private static int number(List<String> names, String name) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name) + 1;
    }
}
