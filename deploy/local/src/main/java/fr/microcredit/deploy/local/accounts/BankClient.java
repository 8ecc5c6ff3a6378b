package fr.microcredit.deploy.local.accounts;

import java.util.List;
import java.util.Map;

/** A bank's system as Keycloak has it: a service account, tokens for the platform's services, the bank's name in them. */
final class BankClient {
    static final String ROLE = "bank-client";

    private BankClient() {
    }

    static Map<String, Object> of(Order.BankSystem bank, String secret) {
        return Map.ofEntries(Map.entry("clientId", bank.clientId()),
                Map.entry("description", "System of the bank " + bank.bankId()), Map.entry("enabled", true),
                Map.entry("protocol", "openid-connect"), Map.entry("publicClient", false),
                Map.entry("serviceAccountsEnabled", true), Map.entry("standardFlowEnabled", false),
                Map.entry("implicitFlowEnabled", false), Map.entry("directAccessGrantsEnabled", false),
                Map.entry("fullScopeAllowed", true), Map.entry("clientAuthenticatorType", "client-secret"),
                Map.entry("secret", secret), Map.entry("protocolMappers", List.of(audience(), tenant(bank.bankId()))));
    }

    private static Map<String, Object> audience() {
        return mapper("microcredit audience", "oidc-audience-mapper", Map.of("included.custom.audience", "microcredit",
                "access.token.claim", "true", "id.token.claim", "false"));
    }

    private static Map<String, Object> tenant(String bankId) {
        return mapper(Order.BANK, "oidc-hardcoded-claim-mapper", Map.of("claim.name", Order.BANK, "claim.value", bankId,
                "jsonType.label", "String", "access.token.claim", "true", "id.token.claim", "false",
                "userinfo.token.claim", "false"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "consentRequired", false,
                "config", settings);
    }
}
