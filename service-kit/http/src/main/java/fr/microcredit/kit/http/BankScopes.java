package fr.microcredit.kit.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.tenancy.Scopes;

/** The {@link BankScope} of each operation in a service's description: what a bank's token needs beside one of the roles. */
final class BankScopes {
    static final String SCHEME = "BankScopes";
    /** As the framework names the one that lists roles. */
    private static final String ROLES = "SecurityScheme";
    private static final String TOKENS = "/realms/microcredit/protocol/openid-connect/token";

    private final Map<String, String> declared = new HashMap<>();

    BankScopes(IndexView index) {
        index.getAnnotations(DotName.createSimple(BankScope.class)).forEach(
                each -> declared.put(Refusals.operation(each.target().asMethod()), each.value().asString()));
    }

    boolean isEmpty() {
        return declared.isEmpty();
    }

    Optional<String> of(String operationId) {
        return Optional.ofNullable(declared.get(operationId));
    }

    /** One way in for the roles of others, and one for those of banks, which needs the scope as well. */
    static void require(Operation operation, String scope) {
        List<SecurityRequirement> ways = new ArrayList<>();
        for (SecurityRequirement each : operation.getSecurity()) {
            List<String> roles = each.getScheme(ROLES);
            List<String> others = roles.stream().filter(role -> !Roles.OF_BANKS.contains(role)).toList();
            if (!others.isEmpty()) {
                ways.add(OASFactory.createSecurityRequirement().addScheme(ROLES, others));
            }
            ways.add(OASFactory.createSecurityRequirement()
                    .addScheme(ROLES, roles.stream().filter(Roles.OF_BANKS::contains).toList())
                    .addScheme(SCHEME, scope));
        }
        operation.setSecurity(ways);
    }

    static SecurityScheme scheme() {
        var scopes = OASFactory.createOAuthFlow().tokenUrl(TOKENS);
        Scopes.ALL.keySet().stream().sorted().forEach(scope -> scopes.addScope(scope, Scopes.ALL.get(scope)));
        return OASFactory.createSecurityScheme().type(SecurityScheme.Type.OAUTH2)
                .description("What a bank's client may do; tokens for an assertion signed with its key")
                .flows(OASFactory.createOAuthFlows().clientCredentials(scopes));
    }
}
