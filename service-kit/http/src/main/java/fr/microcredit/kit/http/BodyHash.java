package fr.microcredit.kit.http;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import fr.microcredit.kit.hash.KeyedHash;

/** The hash by which the body of a command is known again, and from which nobody can guess a name. */
@ApplicationScoped
class BodyHash {
    private final KeyedHash hash;

    BodyHash(@ConfigProperty(name = "microcredit.hash-key") String key) {
        this.hash = new KeyedHash(key);
    }

    String of(String text) {
        return hash.of(text);
    }
}
