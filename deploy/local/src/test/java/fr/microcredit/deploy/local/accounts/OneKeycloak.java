package fr.microcredit.deploy.local.accounts;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import fr.microcredit.deploy.local.platform.KeycloakAlone;

/** Gives every test class that asks for it the same running Keycloak; it stops behind the last of them. */
public final class OneKeycloak implements ParameterResolver {
    static final String FRONT_END = "http://127.0.0.1:3999";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == KeycloakAlone.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(KeycloakAlone.class, any -> start());
    }

    private static KeycloakAlone start() {
        try {
            return KeycloakAlone.start(FRONT_END);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
