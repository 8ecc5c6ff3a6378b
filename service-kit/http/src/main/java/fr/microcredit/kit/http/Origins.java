package fr.microcredit.kit.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.vertx.core.http.HttpServerRequest;

/** Whose pages may call: those that are named, and the service's own. */
@ApplicationScoped
class Origins {
    private final List<String> named;

    Origins(@ConfigProperty(name = "quarkus.http.cors.origins") Optional<List<String>> named) {
        this.named = named.orElse(List.of());
    }

    /** Whether a browser says that the page of somebody else calls; what is no page says nothing. */
    boolean isForeign(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        return origin != null && !named.contains(origin) && !isOwn(origin, request);
    }

    private static boolean isOwn(String origin, HttpServerRequest request) {
        try {
            URI page = URI.create(origin);
            URI own = URI.create(request.scheme() + "://" + request.getHeader("Host"));
            return page.getHost() != null && page.getScheme().equals(own.getScheme())
                    && page.getHost().equalsIgnoreCase(own.getHost()) && port(page) == port(own);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static int port(URI address) {
        int byScheme = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getPort() < 0 ? byScheme : address.getPort();
    }
}
