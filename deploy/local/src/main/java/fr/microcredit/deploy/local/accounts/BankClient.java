package fr.microcredit.deploy.local.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A bank's system as Keycloak has it: a service account, tokens for the platform's services, the bank's name in them, and the
 * scopes it was given. It signs in with its own key; no secret is shared with anybody.
 */
final class BankClient {
    static final String ROLE = "bank-client";
    private static final String SIGNED = "client-jwt";
    private static final String TOKEN_SECONDS = "300";
    private static final String ASSERTION_SECONDS = "60";
    /** Whose token it is, and the role. */
    private static final List<String> ALWAYS = List.of("basic", "roles");

    private BankClient() {
    }

    static Map<String, Object> of(Order.BankSystem bank, BankKey key) {
        Map<String, Object> client = new HashMap<>(Map.of("clientId", bank.clientId(), "description",
                "System of the bank " + bank.bankId(), "enabled", true, "protocol", "openid-connect", "publicClient",
                false, "serviceAccountsEnabled", true));
        List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled")
                .forEach(flow -> client.put(flow, false));
        List<String> scopes = new ArrayList<>(ALWAYS);
        scopes.addAll(bank.scopes());
        client.putAll(Map.of("fullScopeAllowed", true, "defaultClientScopes", scopes, "optionalClientScopes",
                List.of(), "protocolMappers", List.of(audience(), tenant(bank.bankId()))));
        client.putAll(signingIn(key));
        return client;
    }

    /** By an assertion signed with that key and by nothing else. */
    static Map<String, Object> signingIn(BankKey key) {
        Map<String, String> attributes = new HashMap<>(key.attributes());
        attributes.put("access.token.lifespan", TOKEN_SECONDS);
        attributes.put("token.endpoint.auth.signing.max.exp", ASSERTION_SECONDS);
        return Map.of("clientAuthenticatorType", SIGNED, "attributes", attributes);
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
