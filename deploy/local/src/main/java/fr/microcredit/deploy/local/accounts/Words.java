package fr.microcredit.deploy.local.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line taken apart.
 *
 * @param plain  words that belong to no option
 * @param keys   behind {@code --key}, one at most
 * @param scopes behind each {@code --scope}
 */
record Words(List<String> plain, List<String> keys, List<String> scopes) {
    static Words of(String... words) {
        Words taken = new Words(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int at = 0; at < words.length; at++) {
            if (!words[at].startsWith("--")) {
                taken.plain.add(words[at]);
            } else if (at + 1 < words.length) {
                taken.option(words[at], words[++at]);
            } else {
                throw new Order.UsageException(words[at] + " takes a word behind it");
            }
        }
        return taken;
    }

    private void option(String name, String value) {
        switch (name) {
            case "--key" -> keys.add(value);
            case "--scope" -> scopes.add(value);
            default -> throw new Order.UsageException("Unknown option " + name);
        }
        if (keys.size() > 1) {
            throw new Order.UsageException("--key is given once; a key set may have several keys");
        }
    }

    Optional<String> key() {
        return keys.stream().findFirst();
    }

    boolean hasOptions() {
        return !keys.isEmpty() || !scopes.isEmpty();
    }
}
