package fr.microcredit.deploy.local.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import fr.microcredit.deploy.local.platform.PortPlan;

/**
 * The operator's one call that moves the business date of the whole platform and answers when everything has settled:
 * {@code POST /business-date {"to": "2008-12-24"}} with an operator's token; {@code GET} tells the date. Who may do so is
 * decided by the services, with the caller's own token.
 */
public final class SandboxServer implements AutoCloseable {
    private static final int BODY_MAX = 1000;
    private static final int OK = 200;
    private static final int MALFORMED = 400;
    private static final int NO_SUCH_METHOD = 405;
    private static final int FAILED = 503;
    private static final int UNAUTHENTICATED = 401;
    private static final int CALLERS = 16;
    /** A bearer token as RFC 6750 writes it; nothing else is passed on. */
    private static final Pattern BEARER = Pattern.compile("Bearer ([A-Za-z0-9._~+/-]+=*)");
    /** Within this a request has arrived whole, in seconds; read by the server of the JDK when its first one is made. */
    private static final String ARRIVED_S = "20";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortPlan ports;
    private final HttpServer server;
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final Lock moving = new ReentrantLock();

    public SandboxServer(PortPlan ports) throws IOException {
        System.setProperty("sun.net.httpserver.maxReqTime", ARRIVED_S);
        this.ports = ports;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.sandbox()), 0);
        server.createContext("/business-date", this::handle);
        server.setExecutor(callers);
    }

    /** Listens from now on. */
    public void start() {
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (SandboxClock.Refused e) {
                answer = e.answer();
            } catch (DateTimeException | IOException e) {
                answer = problem(MALFORMED, "malformed");
            } catch (IllegalStateException e) {
                answer = problem(FAILED, "not-settled");
            }
            send(exchange, answer);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        Matcher bearer = BEARER.matcher(String.valueOf(header));
        if (!bearer.matches()) {
            return problem(UNAUTHENTICATED, "unauthenticated");
        }
        String token = bearer.group(1);
        SandboxClock clock = new SandboxClock(new Api(ports, who -> token), "caller");
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                return today(clock);
            }
            case "POST" -> {
                clock.today();
                return moved(clock, LocalDate.parse(body(exchange)));
            }
            default -> {
                return problem(NO_SUCH_METHOD, "method-not-allowed");
            }
        }
    }

    /** One move after the other; whoever has no right was told so by the services before his body was read. */
    private Answer moved(SandboxClock clock, LocalDate to) {
        moving.lock();
        try {
            clock.moveTo(to);
            return today(clock);
        } finally {
            moving.unlock();
        }
    }

    private static String body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return JSON.readTree(in.readNBytes(BODY_MAX)).path("to").asText();
        }
    }

    private static Answer today(SandboxClock clock) {
        return new Answer(OK, JSON.valueToTree(Map.of("today", clock.today().toString())), null);
    }

    private static Answer problem(int status, String code) {
        return new Answer(status, JSON.valueToTree(Map.of("status", status, "code", code)), null);
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(answer.body());
        exchange.getResponseHeaders().set("Content-Type",
                answer.isOk() ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        callers.shutdownNow();
    }
}
