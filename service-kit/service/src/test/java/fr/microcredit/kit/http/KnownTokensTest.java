package fr.microcredit.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** How long a checked token needs no second check. */
class KnownTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Moment clock = new Moment();
    private final KnownTokens tokens = new KnownTokens(clock);

    @Test
    void aTokenNobodyCheckedIsNotKnown() {
        check("one", 300);
        assertNull(known("Bearer two"));
        assertNull(known("Bearer one "));
        assertNull(known("Basic one"));
        assertNull(known(null));
    }

    @Test
    void aCheckedTokenIsKnownForAMinuteSoThatAWithdrawnKeyCountsNoLonger() {
        check("one", 300);
        assertEquals("somebody", known("Bearer one").getPrincipal().getName());
        clock.seconds = 59;
        assertNotNull(known("Bearer one"));
        clock.seconds = 60;
        assertNull(known("Bearer one"));
    }

    @Test
    void itIsNeverKnownLongerThanItLasts() {
        check("one", 10);
        clock.seconds = 9;
        assertNotNull(known("Bearer one"));
        clock.seconds = 10;
        assertNull(known("Bearer one"));
    }

    @Test
    void whatIsKeptHoldsNoRequest() {
        check("one", 300);
        assertEquals(Set.of("tenant-id"), known("Bearer one").getAttributes().keySet());
        assertEquals(Set.of("office-agent"), known("Bearer one").getRoles());
    }

    @Test
    void strangersCannotFillTheMemory() {
        for (int number = 0; number < 5_000; number++) {
            check("token-" + number, 300);
        }
        assertNotNull(known("Bearer token-4999"));
        assertNull(known("Bearer token-0"));
    }

    private void check(String token, long lasts) {
        tokens.augment(QuarkusSecurityIdentity.builder().setPrincipal(principal(NOW.getEpochSecond() + lasts))
                .addRole("office-agent").addCredential(new AccessTokenCredential(token))
                .addAttribute("tenant-id", "default").addAttribute("request", request("")).build(), null).await()
                .indefinitely();
    }

    private SecurityIdentity known(String header) {
        return tokens.authenticate(request(header), null).await().indefinitely();
    }

    private static JsonWebToken principal(long expires) {
        return new JsonWebToken() {
            @Override
            public String getName() {
                return "somebody";
            }

            @Override
            public Set<String> getClaimNames() {
                return Set.of(Claims.exp.name());
            }

            @Override
            @SuppressWarnings("unchecked")
            public <T> T getClaim(String claim) {
                return claim.equals(Claims.exp.name()) ? (T) Long.valueOf(expires) : null;
            }
        };
    }

    /** A request of which only one header is asked. */
    private static RoutingContext request(String authorization) {
        HttpServerRequest request = of(HttpServerRequest.class, authorization);
        return of(RoutingContext.class, request);
    }

    private static <T> T of(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "request", "getHeader" -> answer;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    private static final class Moment extends Clock {
        private long seconds;

        @Override
        public Instant instant() {
            return NOW.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
