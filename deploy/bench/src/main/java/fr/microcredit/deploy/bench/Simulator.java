package fr.microcredit.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/** Asks the simulator, a different household each time. */
final class Simulator {
    private static final String AGENT = "agent.ccas-dijon";

    private final URI simulations;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Simulator(Platform platform) {
        PortPlan ports = platform.ports();
        this.simulations = URI.create("http://127.0.0.1:" + ports.of(Service.ELIGIBILITY) + "/simulations");
        this.tokens = new Tokens(ports.keycloak(), platform.bankKeys());
    }

    void ask(long number) throws IOException, InterruptedException {
        String body = "{\"commune\":\"21231\",\"on\":\"2008-09-15\",\"personsFrom14\":" + (1 + number % 3)
                + ",\"personsUnder14\":" + number % 4 + ",\"loneParent\":false,\"resourcesCents\":"
                + (110_000 + number % 500 * 100) + ",\"chargesCents\":" + (20_000 + number % 300 * 100)
                + ",\"purpose\":\"rental-deposit\",\"ground\":\"not-asked\",\"amountCents\":"
                + (30_000 + number % 55 * 5_000) + ",\"termMonths\":" + (5 + number % 20) + "}";
        HttpResponse<String> answer = http.send(HttpRequest.newBuilder(simulations)
                .header("Authorization", "Bearer " + tokens.of(AGENT)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("A simulation is answered " + answer.statusCode());
        }
    }
}
