package fr.microcredit.deploy.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;

import fr.microcredit.deploy.local.client.Tokens;
import fr.microcredit.deploy.local.platform.Platform;
import fr.microcredit.deploy.local.platform.PortPlan;
import fr.microcredit.deploy.local.platform.Service;

/** Opens dossiers at intake: token, validation, tenancy, idempotency, state and outbox in one command. */
final class Desk {
    private static final String AGENT = "agent.ccas-dijon";
    private static final int CREATED = 201;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI dossiers;
    private final Tokens tokens;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Desk(Platform platform) {
        PortPlan ports = platform.ports();
        this.dossiers = URI.create("http://127.0.0.1:" + ports.of(Service.INTAKE) + "/dossiers");
        this.tokens = new Tokens(ports.keycloak(), platform.bankKeys());
    }

    /** The new dossier's identifier; every applicant is a person of its own. */
    String open(String run, long number) throws IOException, InterruptedException {
        HttpResponse<String> answer = opened(run, number);
        if (answer.statusCode() != CREATED) {
            throw new IOException("Opening is answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("dossierId").asText();
    }

    /** The status it is answered with. */
    int tryOpen(String run, long number) throws IOException, InterruptedException {
        return opened(run, number).statusCode();
    }

    private HttpResponse<String> opened(String run, long number) throws IOException, InterruptedException {
        String body = "{\"applicant\":{\"familyName\":\"Essai" + letters(run) + letters(number)
                + "\",\"givenNames\":\"Alex\",\"birthDate\":\"1970-01-01\",\"street\":\"1 rue des Exemples\","
                + "\"postalCode\":\"21000\",\"city\":\"Dijon\"}}";
        return send(HttpRequest.newBuilder(dossiers).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    void read(String dossierId) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(dossiers + "/" + dossierId)).GET());
        if (answer.statusCode() != 200) {
            throw new IOException("Reading is answered " + answer.statusCode());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.header("Authorization", "Bearer " + tokens.of(AGENT)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String letters(String run) {
        return run.replace("-", "");
    }

    /** Names have no digits. */
    private static String letters(long number) {
        return Long.toString(number, 10).chars().map(digit -> digit - '0' + 'a')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
