package fr.microcredit.deploy.local.accounts;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one call of the command asks for. */
sealed interface Order {
    String OFFICE = "office_id";
    String BANK = "bank_id";
    String MANAGER = "office-manager";
    String BANK_AGENT = "bank-agent";
    Set<String> ROLES_OF_OFFICES = Set.of("office-agent", MANAGER, "commission-secretary", "commission-president");

    /**
     * An account of a person.
     *
     * @param kind   attribute that names the tenant: {@link #OFFICE} or {@link #BANK}
     * @param tenant office or bank
     */
    record Person(String username, String kind, String tenant, String role) implements Order {
    }

    /**
     * The client of a bank's system.
     *
     * @param person somebody at the bank who gets an account too
     */
    record BankSystem(String bankId, Optional<Person> person) implements Order {
        String clientId() {
            return "bank-" + bankId;
        }
    }

    /** Somebody has left. */
    record End(String username) implements Order {
    }

    /** @throws UsageException for words that make no order */
    static Order parse(String... words) {
        String verb = words[0];
        return switch (verb + " " + (words.length - 1)) {
            case "office 2" -> new Person(username(words[2]), OFFICE, tenant(verb, words[1]), MANAGER);
            case "agent 3" -> new Person(username(words[2]), OFFICE, tenant("office", words[1]), role(words[3]));
            case "bank 1" -> new BankSystem(tenant(verb, words[1]), Optional.empty());
            case "bank 2" -> new BankSystem(tenant(verb, words[1]),
                    Optional.of(new Person(username(words[2]), BANK, tenant(verb, words[1]), BANK_AGENT)));
            case "end 1" -> new End(username(words[1]));
            default -> throw new UsageException(verb.matches("office|agent|bank|end")
                    ? verb + " takes other words behind it"
                    : "Unknown command " + verb);
        };
    }

    /** As the realm's user profile has it. */
    private static String tenant(String kind, String id) {
        return checked(id, "[a-z0-9][a-z0-9-]{1,39}", "The " + kind
                + "'s identifier has 2 to 40 small letters, digits and hyphens, such as ccas-dijon; not " + id);
    }

    private static String username(String name) {
        return checked(name, "[a-z0-9][a-z0-9._-]{2,99}", "An account's name has 3 to 100 small letters, digits,"
                + " full stops, hyphens and underscores, such as responsable.ccas-dijon; not " + name);
    }

    private static String role(String role) {
        if (!ROLES_OF_OFFICES.contains(role)) {
            throw new UsageException(
                    "An office has the roles " + String.join(", ", new TreeSet<>(ROLES_OF_OFFICES)) + "; not " + role);
        }
        return role;
    }

    private static String checked(String word, String pattern, String otherwise) {
        if (!word.matches(pattern)) {
            throw new UsageException(otherwise);
        }
        return word;
    }

    /** A command line that can not be understood. */
    final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
