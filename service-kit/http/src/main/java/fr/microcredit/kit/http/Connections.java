package fr.microcredit.kit.http;

import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;

/** How long a connection lives: not on half a request, not behind a refused one, but as long as somebody works for it. */
@ApplicationScoped
class Connections {
    static final String LENGTH = "Content-Length";
    static final String ENCODING = "Transfer-Encoding";
    /** Within this a request has arrived whole; then its connection is closed. */
    private static final long ARRIVED_MS = 20_000;
    /** Up to 999,999 bytes. */
    private static final int DROPPED_DIGITS = 6;
    /** As Vert.x names them: who watches for idle connections, and who takes what arrives. */
    private static final String IDLE = "idle";
    private static final String HANDLER = "handler";

    /** Who waits for the newest request of a connection to arrive whole. */
    private static final AttributeKey<Long> ARRIVAL = AttributeKey.valueOf(Connections.class, "arrival");

    private final Set<HttpConnection> finished = Collections
            .newSetFromMap(Collections.synchronizedMap(new WeakHashMap<>()));
    private final Vertx vertx;
    private final Duration idle;

    Connections(Vertx vertx, @ConfigProperty(name = "quarkus.http.idle-timeout") Duration idle) {
        this.vertx = vertx;
        this.idle = idle;
    }

    /** Whether this came behind a request that was the last one; it is not to be answered. */
    boolean isFinished(RoutingContext exchange) {
        HttpConnection connection = exchange.request().connection();
        boolean behind = finished.contains(connection);
        if (behind) {
            connection.close();
        }
        return behind;
    }

    /** Nothing that comes behind this request on its connection is read. */
    void finish(RoutingContext exchange) {
        HttpConnection connection = exchange.request().connection();
        finished.add(connection);
        exchange.response().putHeader("Connection", "close");
        exchange.addEndHandler(answered -> connection.close());
    }

    /**
     * A body of some length is read and dropped before it is refused: whoever still sends when the connection is closed loses
     * the answer.
     */
    void whenArrived(RoutingContext exchange, Runnable then) {
        HttpServerRequest request = exchange.request();
        String length = request.getHeader(LENGTH);
        if (length == null || length.length() > DROPPED_DIGITS || request.isEnded()) {
            then.run();
            return;
        }
        endUnfinished(exchange, request);
        request.handler(dropped -> {
            // nobody wants it
        }).endHandler(ended -> then.run()).resume();
    }

    /** From now until it is answered. */
    void watch(RoutingContext exchange) {
        HttpServerRequest request = exchange.request();
        if (hasBody(request)) {
            endUnfinished(exchange, request);
        }
        keepWhileWorking(exchange);
    }

    /** One timer a connection, whose requests come one behind another: what was refused before its body came is forgotten. */
    private void endUnfinished(RoutingContext exchange, HttpServerRequest request) {
        Attribute<Long> arrival = channel(request).channel().attr(ARRIVAL);
        long timer = vertx.setTimer(ARRIVED_MS, late -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
        cancel(arrival.getAndSet(timer));
        exchange.addEndHandler(answered -> {
            if (request.isEnded()) {
                cancel(arrival.getAndSet(null));
            }
        });
    }

    private void cancel(Long timer) {
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }

    private static ChannelHandlerContext channel(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channelHandlerContext();
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(LENGTH);
        return length != null && !length.trim().equals("0");
    }

    /** While a request is worked on nothing moves on its connection, which is no reason to close it. */
    private void keepWhileWorking(RoutingContext exchange) {
        ChannelPipeline pipeline = channel(exchange.request()).pipeline();
        if (pipeline.get(IDLE) != null) {
            pipeline.remove(IDLE);
            exchange.addEndHandler(answered -> {
                if (pipeline.get(HANDLER) != null && pipeline.get(IDLE) == null) {
                    pipeline.addBefore(HANDLER, IDLE, new IdleStateHandler(0, 0, (int) idle.toSeconds()));
                }
            });
        }
    }
}
