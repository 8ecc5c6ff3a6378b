package fr.microcredit.deploy.local.accounts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one call of the command asks for. */
sealed interface Order {
    String OFFICE = "office_id";
    String BANK = "bank_id";
    String MANAGER = "office-manager";
    String BANK_AGENT = "bank-agent";
    /** What a bank's client may be given, and has where nothing else is said. */
    Set<String> SCOPES = new TreeSet<>(Set.of("files.read", "files.decide", "loans.report"));
    Set<String> ROLES_OF_OFFICES = Set.of("office-agent", MANAGER, "commission-secretary", "commission-president");

    /**
     * An account of a person.
     *
     * @param kind   claim that names the tenant: {@link #OFFICE} or {@link #BANK}
     * @param tenant office or bank
     */
    record Person(String username, String kind, String tenant, String role) implements Order {
        boolean isOfOffice() {
            return kind.equals(OFFICE);
        }
    }

    /**
     * The client of a bank's system.
     *
     * @param person somebody at the bank who gets an account too
     * @param key    needed where the client is new
     * @param scopes of a new client
     */
    record BankSystem(String bankId, Optional<Person> person, Optional<BankKey> key,
            Set<String> scopes) implements Order {
        String clientId() {
            return clientOf(bankId);
        }
    }

    /** A bank's system signs in with another key from now on. */
    record NewKey(String bankId, BankKey key) implements Order {
        String clientId() {
            return clientOf(bankId);
        }
    }

    /** An office's managers take on and let go from now on; the realm's administrator says so. */
    record Managers(String office) implements Order {
    }

    /** Somebody has left. */
    record End(String username) implements Order {
    }

    /** @throws UsageException for words that make no order */
    static Order parse(String... words) {
        Words given = Words.of(words);
        List<String> plain = given.plain();
        String verb = plain.isEmpty() ? "" : plain.get(0);
        if (!verb.equals("bank") && given.hasOptions()) {
            throw new UsageException("Options are for bank only");
        }
        return switch (verb + " " + (plain.size() - 1)) {
            case "office 2" -> new Person(username(plain.get(2)), OFFICE, tenant(verb, plain.get(1)), MANAGER);
            case "agent 3" -> new Person(username(plain.get(2)), OFFICE, tenant("office", plain.get(1)),
                    role(plain.get(3)));
            case "bank 1", "bank 2" -> bank(given, tenant(verb, plain.get(1)));
            case "key 2" -> new NewKey(tenant("bank", plain.get(1)), BankKey.read(plain.get(2)));
            case "managers 1" -> new Managers(tenant("office", plain.get(1)));
            case "end 1" -> new End(username(plain.get(1)));
            default -> throw new UsageException(verb.matches("office|managers|agent|bank|key|end")
                    ? verb + " takes other words behind it"
                    : "Unknown command " + verb);
        };
    }

    private static BankSystem bank(Words given, String bankId) {
        Optional<Person> person = given.plain().stream().skip(2).findFirst()
                .map(name -> new Person(username(name), BANK, bankId, BANK_AGENT));
        Set<String> scopes = new TreeSet<>(given.scopes());
        if (!SCOPES.containsAll(scopes)) {
            throw new UsageException("A bank has the scopes " + String.join(", ", SCOPES));
        }
        return new BankSystem(bankId, person, given.key().map(BankKey::read), scopes.isEmpty() ? SCOPES : scopes);
    }

    private static String clientOf(String bankId) {
        return "bank-" + bankId;
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
