package fr.microcredit.deploy.local.accounts;

import java.io.PrintStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The command {@code deploy/accounts}: makes and ends the accounts of offices and banks in Keycloak. */
public final class Accounts {
    static final int DONE = 0;
    static final int NOT_DONE = 1;
    static final int USAGE_ERROR = 2;

    static final String KEYCLOAK = "KEYCLOAK_URL";
    static final String SECRET = "ACCOUNT_KEEPER_SECRET";
    static final String PASSWORD = "ACCOUNT_PASSWORD";
    private static final String ADMINISTRATOR = "KEYCLOAK_ADMIN";
    private static final String ADMINISTRATORS_PASSWORD = "KEYCLOAK_ADMIN_PASSWORD";
    private static final int PASSWORD_LENGTH_MIN = 12;

    private static final String HELP = """
                                       Usage: deploy/accounts office OFFICE USERNAME
                                              deploy/accounts managers OFFICE
                                              deploy/accounts agent OFFICE USERNAME ROLE
                                              deploy/accounts bank BANK [USERNAME] [--key KEY] [--scope SCOPE]...
                                              deploy/accounts key BANK KEY
                                              deploy/accounts end USERNAME

                                       Makes and ends accounts in Keycloak's realm microcredit. What is there already stays as it is.

                                         office   an office's first manager
                                         managers an office's managers may take on and let go its agents and secretaries
                                                  themselves; takes KEYCLOAK_ADMIN and its KEYCLOAK_ADMIN_PASSWORD, since only
                                                  the realm's administrator may say so
                                         agent    a person of an office: office-agent, office-manager, commission-secretary or
                                                  commission-president; a second role is given besides
                                         bank     the client of a bank's system, and where named a person of the bank; a new
                                                  client needs its public KEY and may all that banks may, or what --scope
                                                  says: files.read, files.decide, loans.report
                                         key      a bank's system signs in with another key
                                         end      somebody has left: no new token, every session closed

                                       KEY is a file (a JSON key set with one or two keys, a public key or a certificate in
                                       PEM; RSA of 2048 bits or more, or P-256), or the https address of a key set. The private
                                       half stays with the bank; there is no secret.

                                       KEYCLOAK_URL           http://127.0.0.1:8110 where absent
                                       ACCOUNT_KEEPER_SECRET  of the client account-keeper; of .platform where absent
                                       ACCOUNT_PASSWORD       the person's first password, to be changed at the first sign-in;
                                                              made up and shown once where absent
                                       """;

    private Accounts() {
    }

    public static void main(String[] words) throws InterruptedException {
        System.exit(run(words, System.getenv(), System.out, System.err));
    }

    /** @return the exit code */
    static int run(String[] words, Map<String, String> environment, PrintStream out, PrintStream err)
            throws InterruptedException {
        if (words.length > 0 && words[0].matches("--help|-h")) {
            out.print(HELP);
            return DONE;
        }
        try {
            if (words.length == 0) {
                throw new Order.UsageException("Say what to do");
            }
            Order order = Order.parse(words);
            if (order instanceof Order.Managers managers) {
                new ManagersRights(administrator(environment)).ensure(managers.office());
                out.println("The managers of " + managers.office() + " take on and let go "
                        + String.join(", ", OfficeGroups.DIRECTED));
            } else {
                keeper(environment).carryOut(order, out::println);
            }
            return DONE;
        } catch (Order.UsageException e) {
            err.println(e.getMessage() + "\n\n" + HELP);
            return USAGE_ERROR;
        } catch (NotDoneException e) {
            err.println(e.getMessage());
            return NOT_DONE;
        }
    }

    private static KeycloakAdmin administrator(Map<String, String> environment) {
        String password = environment.getOrDefault(ADMINISTRATORS_PASSWORD, "");
        if (password.isBlank()) {
            throw new Order.UsageException(ADMINISTRATORS_PASSWORD + " is missing");
        }
        return KeycloakAdmin.asAdministrator(address(environment), environment.getOrDefault(ADMINISTRATOR, "admin"),
                password);
    }

    private static AccountKeeper keeper(Map<String, String> environment) {
        String secret = environment.getOrDefault(SECRET, "");
        if (secret.isBlank()) {
            throw new Order.UsageException(SECRET + " is missing");
        }
        Optional<String> password = Optional.ofNullable(environment.get(PASSWORD)).filter(given -> !given.isEmpty());
        if (password.filter(given -> given.length() < PASSWORD_LENGTH_MIN).isPresent()) {
            throw new Order.UsageException(PASSWORD + " has fewer than " + PASSWORD_LENGTH_MIN + " characters");
        }
        return new AccountKeeper(KeycloakAdmin.asKeeper(address(environment), secret), password);
    }

    private static URI address(Map<String, String> environment) {
        String address = environment.getOrDefault(KEYCLOAK, "http://127.0.0.1:8110");
        if (!address.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new Order.UsageException(KEYCLOAK + " takes an address such as https://keycloak.example");
        }
        return URI.create(address.replaceFirst("/$", ""));
    }
}
