package fr.microcredit.deploy.local.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.backing.Ports;

/** What the command understands; nothing of it reaches Keycloak. */
class AccountsUsageTest {
    private static final Map<String, String> KEEPER = Map.of(Accounts.SECRET, "secret");

    private static final String KEYS = "https://bank.example/jwks";

    @Test
    void theOrders() {
        assertEquals(new Order.Person("responsable.nevers", "office_id", "ccas-nevers", "office-manager"),
                Order.parse("office", "ccas-nevers", "responsable.nevers"));
        assertEquals(new Order.Person("agent.nevers", "office_id", "ccas-nevers", "office-agent"),
                Order.parse("agent", "ccas-nevers", "agent.nevers", "office-agent"));
        assertEquals(new Order.BankSystem("cm-nevers", Optional.empty(), Optional.empty(), Order.SCOPES),
                Order.parse("bank", "cm-nevers"));
        assertEquals(
                new Order.BankSystem("cm-nevers",
                        Optional.of(new Order.Person("conseiller.nevers", "bank_id", "cm-nevers", "bank-agent")),
                        Optional.of(BankKey.read(KEYS)), Set.of("files.read", "loans.report")),
                Order.parse("bank", "--key", KEYS, "cm-nevers", "--scope", "loans.report", "conseiller.nevers",
                        "--scope", "files.read"));
        assertEquals(new Order.NewKey("cm-nevers", BankKey.read(KEYS)), Order.parse("key", "cm-nevers", KEYS));
        assertEquals(new Order.End("agent.nevers"), Order.parse("end", "agent.nevers"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|Say what to do", "hire x|Unknown command hire",
            "office ccas-nevers|office takes other words", "agent ccas-nevers a.nevers|agent takes other words",
            "managers|managers takes other words", "managers ccas-nevers|KEYCLOAK_ADMIN_PASSWORD is missing",
            "end|end takes other words", "bank cm-nevers a.nevers b|bank takes other words",
            "bank cm-nevers --key|--key takes a word", "bank cm-nevers --secret x|Unknown option --secret",
            "bank cm-nevers --scope files.burn|has the scopes files.decide, files.read, loans.report",
            "bank cm-nevers --key https://a.b/c --key https://a.b/d|given once", "key cm-nevers|key takes other words",
            "key cm-nevers no-such-file|no-such-file can not be read", "key cm-nevers http://a.b/c|over https",
            "agent ccas-nevers agent.nevers office-agent --scope files.read|Options are for bank only",
            "agent ccas-nevers agent.nevers fund-manager|not fund-manager",
            "agent ccas-nevers agent.nevers operator|not operator",
            "agent ccas-nevers agent.nevers bank-client|not bank-client",
            "office CCAS-Nevers responsable.nevers|not CCAS-Nevers", "office n responsable.nevers|not n",
            "bank cm_nevers|not cm_nevers", "office ccas-nevers Jean|not Jean", "end ../x|not ../x",
            "agent ccas-nevers ab office-agent|not ab"})
    void whatIsNotUnderstoodIsNamed(String words, String message) throws Exception {
        Called called = Called.with(KEEPER, words.isEmpty() ? new String[0] : words.split(" "));
        assertEquals(2, called.exit());
        assertTrue(called.told().contains(message) && called.told().contains("Usage:"), called.told());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"KEYCLOAK_URL|ftp://keycloak|KEYCLOAK_URL takes an address",
            "KEYCLOAK_URL|http://a b|KEYCLOAK_URL takes an address", "ACCOUNT_KEEPER_SECRET|' '|is missing",
            "ACCOUNT_PASSWORD|too-short|ACCOUNT_PASSWORD has fewer than 12"})
    void settingsThatCanNotBeAreNamed(String name, String value, String message) throws Exception {
        Called called = Called.set(KEEPER, name, value, "end", "agent.nevers");
        assertEquals(2, called.exit());
        assertTrue(called.told().contains(message), called.told());
    }

    @Test
    void withoutKeycloakNothingIsDone() throws Exception {
        Called called = Called.set(KEEPER, "KEYCLOAK_URL", "http://127.0.0.1:" + Ports.free(), "end", "agent.nevers");
        assertEquals(1, called.exit());
        assertTrue(called.told().contains("Keycloak does not answer"), called.told());
    }

    @Test
    void helpIsNoFault() throws Exception {
        Called called = Called.with(Map.of(), "--help");
        assertEquals(0, called.exit());
        assertTrue(called.told().startsWith("Usage: deploy/accounts office"), called.told());
    }
}
