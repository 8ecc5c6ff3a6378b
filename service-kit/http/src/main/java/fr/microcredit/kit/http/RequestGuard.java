package fr.microcredit.kit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.kit.problem.Languages;
import fr.microcredit.kit.problem.Problem;
import fr.microcredit.kit.problem.ProblemDocument;
import fr.microcredit.kit.problem.ProblemRenderer;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;

/**
 * What holds for every request before anything looks at it: nothing that no store can hold in its address, a size it
 * announces, no page of a stranger, an {@code Accept} that can be read; and for every answer: headers that keep browsers
 * careful, and a problem where the HTTP layer itself says no.
 */
@ApplicationScoped
class RequestGuard {
    /** Before the framework's own limits. */
    private static final int ORDER = Integer.MIN_VALUE + 1;
    private static final int LENGTH_DIGITS_MAX = 18;
    /** Within this a request has arrived whole; then its connection is closed. */
    private static final long ARRIVED_MS = 20_000;
    private static final String TOKEN = "[\\w!#$&^.+*-]++";
    private static final Pattern MEDIA_RANGES = Pattern
            .compile("\\s*%1$s/%1$s\\s*+(;[^,]*+)?+(?:,\\s*+%1$s/%1$s\\s*+(;[^,]*+)?+)*+".formatted(TOKEN));

    /** As Vert.x names them: who watches for idle connections, and who takes what arrives. */
    private static final String IDLE = "idle";
    private static final String HANDLER = "handler";
    private static final String LENGTH = "Content-Length";
    private static final String ENCODING = "Transfer-Encoding";

    private final Set<HttpConnection> finished = Collections
            .newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    private final long bytesMax;
    private final ProblemRenderer problems;
    private final ObjectMapper json;
    private final Origins origins;
    private final Vertx vertx;
    private final Duration idle;

    RequestGuard(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle, ProblemRenderer problems,
            ObjectMapper json, Origins origins, Vertx vertx) {
        this.bytesMax = limit.asLongValue();
        this.problems = problems;
        this.json = json;
        this.origins = origins;
        this.vertx = vertx;
        this.idle = idle;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
        Problems.OF_HTTP.forEach(type -> router.errorHandler(type.status(), request -> refuse(request, type)));
    }

    private void check(RoutingContext request) {
        if (finished.contains(request.request().connection())) {
            request.request().connection().close();
            return;
        }
        request.addHeadersEndHandler(sent -> careful(request.response().headers()));
        Optional<ProblemType> fault = fault(request.request());
        if (fault.isPresent()) {
            finish(request);
            refuse(request, fault.get());
        } else {
            endUnfinished(request, request.request());
            keepWhileWorking(request);
            if (request.request().getHeader(ENCODING) != null) {
                finish(request);
            }
            request.next();
        }
    }

    private void endUnfinished(RoutingContext exchange, HttpServerRequest request) {
        if (hasBody(request)) {
            long timer = vertx.setTimer(ARRIVED_MS, late -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
            exchange.addEndHandler(answered -> {
                if (request.isEnded()) {
                    vertx.cancelTimer(timer);
                }
            });
        }
    }

    /**
     * Nothing that comes behind this request on its connection is read. Of a body that is both chunked and counted Netty
     * believes the chunks and takes the count away; whoever stands before us may have believed the count (RFC 9112, 6.1).
     */
    private void finish(RoutingContext exchange) {
        HttpConnection connection = exchange.request().connection();
        finished.add(connection);
        exchange.response().putHeader("Connection", "close");
        exchange.addEndHandler(answered -> connection.close());
    }

    /** While a request is worked on nothing moves on its connection, which is no reason to close it. */
    private void keepWhileWorking(RoutingContext exchange) {
        ChannelPipeline pipeline = ((ConnectionBase) exchange.request().connection()).channelHandlerContext()
                .pipeline();
        if (pipeline.get(IDLE) != null) {
            pipeline.remove(IDLE);
            exchange.addEndHandler(answered -> {
                if (pipeline.get(HANDLER) != null && pipeline.get(IDLE) == null) {
                    pipeline.addBefore(HANDLER, IDLE, new IdleStateHandler(0, 0, (int) idle.toSeconds()));
                }
            });
        }
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(LENGTH);
        return length != null && !length.trim().equals("0") || request.getHeader(ENCODING) != null;
    }

    private static boolean isUnknownEncoding(HttpServerRequest request) {
        String encoding = request.getHeader(ENCODING);
        return encoding != null && !encoding.trim().equalsIgnoreCase("chunked");
    }

    private static void careful(MultiMap headers) {
        byDefault(headers, "X-Content-Type-Options", "nosniff");
        byDefault(headers, "Cache-Control", "no-store");
        byDefault(headers, "Referrer-Policy", "no-referrer");
        byDefault(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
    }

    private static void byDefault(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private Optional<ProblemType> fault(HttpServerRequest request) {
        if (isUnknownEncoding(request)) {
            return Optional.of(Problems.MALFORMED);
        }
        String length = request.getHeader(LENGTH);
        if (length != null && (length.length() > LENGTH_DIGITS_MAX || Long.parseLong(length) > bytesMax)) {
            return Optional.of(Problems.TOO_LARGE);
        }
        if (origins.isForeign(request)) {
            return Optional.of(Problems.FOREIGN_ORIGIN);
        }
        if (!isStorable(request.path()) || !isStorable(request.query())) {
            return Optional.of(Problems.MALFORMED);
        }
        return isReadable(request) ? Optional.empty() : Optional.of(Problems.NOT_ACCEPTABLE);
    }

    private static boolean isStorable(String encoded) {
        try {
            return encoded == null || encoded.indexOf('%') < 0
                    || StorableText.isStorable(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isReadable(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.isBlank()) {
            request.headers().remove("Accept");
            return true;
        }
        return accept == null || MEDIA_RANGES.matcher(accept).matches();
    }

    void refuse(RoutingContext request, ProblemType type) {
        if (request.response().ended()) {
            return;
        }
        if (type.equals(Problems.UNAUTHENTICATED)) {
            request.response().putHeader("WWW-Authenticate", "Bearer");
        }
        ProblemDocument problem = problems.document(Problem.of(type),
                Languages.preferred(request.request().getHeader("Accept-Language")));
        request.response().setStatusCode(problem.status()).putHeader("Content-Type", ProblemDocument.MEDIA_TYPE)
                .end(write(problem));
    }

    private String write(ProblemDocument problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can be written", e);
        }
    }
}
