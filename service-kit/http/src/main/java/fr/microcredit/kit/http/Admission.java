package fr.microcredit.kit.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;

import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

import io.vertx.ext.web.RoutingContext;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;

/**
 * Lets requests in, once it is known whose they are: each client of each tenant at its rate, and no more at once than can be
 * answered in time. What comes above is told so at once, before anything was done for it.
 */
@ApplicationScoped
class Admission {
    private static final int AFTER_THE_TOKEN = Priorities.AUTHORIZATION + 1;
    private static final String CLIENT = "azp";
    private static final String PUBLIC = "public";

    private final AdmissionConfig config;
    private final JsonWebToken token;
    private final RoutingContext request;
    private final ConcurrentMap<String, Pace> paces = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();

    Admission(AdmissionConfig config, JsonWebToken token, RoutingContext request) {
        this.config = config;
        this.token = token;
        this.request = request;
    }

    @ServerRequestFilter(priority = AFTER_THE_TOKEN)
    void admit() {
        String client = isKnown() ? String.valueOf(token.<Object>getClaim(CLIENT)) : PUBLIC;
        Pace pace = paces.computeIfAbsent(client + "/" + (isKnown() ? tenant() : ""), any -> pace(client));
        if (!pace.admits(System.nanoTime())) {
            throw new ProblemException(Problems.TOO_MANY_REQUESTS);
        }
        Admitted admitted = Admitted.in(request);
        enter(pace.underWay(), config.inFlightPerClient(), Problems.TOO_MANY_REQUESTS, admitted);
        enter(underWay, config.inFlight(), Problems.BUSY, admitted);
    }

    /** What is public gets as far as this without a token; all who read it count as one client. */
    private boolean isKnown() {
        return request.user() != null;
    }

    private Pace pace(String client) {
        int perSecond = config.clients().getOrDefault(client, config.requestsPerSecond());
        return new Pace(perSecond, config.clients().containsKey(client) ? perSecond : config.burst(),
                System.nanoTime());
    }

    private String tenant() {
        Object office = token.getClaim(Actors.OFFICE_CLAIM);
        return String.valueOf(office == null ? token.<Object>getClaim(Actors.BANK_CLAIM) : office);
    }

    private void enter(AtomicInteger counted, int most, ProblemType otherwise, Admitted admitted) {
        if (counted.incrementAndGet() > most) {
            counted.decrementAndGet();
            throw new ProblemException(otherwise);
        }
        admitted.atEnd(counted::decrementAndGet);
    }
}
