package fr.microcredit.kit.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
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
    private static final String TOKEN = "[\\w!#$&^.+*-]++";
    private static final Pattern MEDIA_RANGES = Pattern
            .compile("\\s*%1$s/%1$s\\s*+(;[^,]*+)?+(?:,\\s*+%1$s/%1$s\\s*+(;[^,]*+)?+)*+".formatted(TOKEN));

    private final long bytesMax;
    private final ProblemRenderer problems;
    private final ObjectMapper json;
    private final Origins origins;
    private final Connections connections;

    RequestGuard(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            ProblemRenderer problems, ObjectMapper json, Origins origins, Connections connections) {
        this.bytesMax = limit.asLongValue();
        this.problems = problems;
        this.json = json;
        this.origins = origins;
        this.connections = connections;
    }

    void install(@Observes Router router) {
        router.route().order(ORDER).handler(this::check);
        Problems.OF_HTTP.forEach(type -> router.errorHandler(type.status(), request -> refuse(request, type)));
    }

    private void check(RoutingContext request) {
        if (connections.isFinished(request)) {
            return;
        }
        request.addHeadersEndHandler(sent -> careful(request.response().headers()));
        Optional<ProblemType> fault = fault(request.request());
        if (fault.isPresent()) {
            connections.finish(request);
            connections.whenArrived(request, () -> refuse(request, fault.get()));
        } else {
            connections.watch(request);
            request.next();
        }
    }

    /**
     * No front end has to send a body in chunks. Of one that is both chunked and counted Netty takes the count away before we
     * see it, and whoever stands before us may have believed the count: so none is taken (RFC 9112, 6.1).
     */
    private static Optional<ProblemType> ofEncoding(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(Connections.ENCODING))
                .map(encoding -> encoding.trim().equalsIgnoreCase("chunked")
                        ? Problems.LENGTH_REQUIRED
                        : Problems.MALFORMED);
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
        Optional<ProblemType> ofEncoding = ofEncoding(request);
        if (ofEncoding.isPresent()) {
            return ofEncoding;
        }
        String length = request.getHeader(Connections.LENGTH);
        if (length != null && (length.length() > LENGTH_DIGITS_MAX || Long.parseLong(length) > bytesMax)) {
            return Optional.of(Problems.TOO_LARGE);
        }
        if (request.headers().getAll("Authorization").size() > 1) {
            // Which of two tokens counts nobody can know (RFC 6750, 2)
            return Optional.of(Problems.UNAUTHENTICATED);
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
