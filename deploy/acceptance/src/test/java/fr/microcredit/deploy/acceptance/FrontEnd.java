package fr.microcredit.deploy.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/** Somebody else's web server with one static page: another host name and another port than everything of the platform. */
final class FrontEnd implements AutoCloseable {
    private static final int OK = 200;
    private static final int NONE = 404;

    private final HttpServer server;

    private FrontEnd(HttpServer server) {
        this.server = server;
    }

    /** Holds its port from now on, so that the platform can be told the origin before it starts. */
    static FrontEnd anywhere() throws IOException {
        return new FrontEnd(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The page, which learns from {@code settings.js} where the platform is. */
    void serve(PortPlan ports) {
        String settings = "const realm = 'http://127.0.0.1:%d/realms/microcredit'; const intake = 'http://127.0.0.1:%d';"
                .formatted(ports.keycloak(), ports.of(Service.INTAKE));
        server.createContext("/", exchange -> {
            try (exchange) {
                switch (exchange.getRequestURI().getPath()) {
                    case "/" -> send(exchange, "text/html; charset=utf-8", resource("/front-end/index.html"));
                    case "/desk.js" -> send(exchange, "text/javascript", resource("/front-end/desk.js"));
                    case "/settings.js" ->
                        send(exchange, "text/javascript", settings.getBytes(StandardCharsets.UTF_8));
                    default -> exchange.sendResponseHeaders(NONE, -1);
                }
            }
        });
        server.start();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FrontEnd.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(OK, content.length);
        exchange.getResponseBody().write(content);
    }
}
