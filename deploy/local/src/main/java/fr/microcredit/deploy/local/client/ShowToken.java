package fr.microcredit.deploy.local.client;

import java.nio.file.Path;

import fr.microcredit.deploy.local.key.ClientKeys;

/** The command {@code deploy/token}: a token of one of the demonstration's persons or bank systems, for trying things. */
public final class ShowToken {
    private static final int USAGE_ERROR = 2;
    private static final String HELP = """
                                       Usage: deploy/token WHO [KEYCLOAK_PORT [DATA]]

                                       Prints an access token, good for five minutes, of a person of the demonstration such as
                                       agent.ccas-dijon, or of a bank's system such as bank-cm-dijon, which signs in with its key
                                       in DATA/keys. 8110 and .platform where absent.
                                       """;

    private ShowToken() {
    }

    public static void main(String[] words) {
        if (words.length < 1 || words.length > 3 || words[0].startsWith("-")) {
            System.err.print(HELP);
            System.exit(USAGE_ERROR);
        }
        int port = words.length > 1 ? Integer.parseInt(words[1]) : 8110;
        Path data = Path.of(words.length > 2 ? words[2] : ".platform");
        System.out.println(new Tokens(port, new ClientKeys(data)).of(words[0]));
    }
}
