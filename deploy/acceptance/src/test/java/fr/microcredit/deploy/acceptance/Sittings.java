package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.deploy.acceptance.ReferenceModel.Act;
import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** The commission of the walk's office: a session for each decision, and one with an empty agenda for what is none. */
final class Sittings {
    private final Api api;
    private final LocalDate today;
    private final String idle;

    Sittings(Api api, LocalDate today) {
        this.api = api;
        this.today = today;
        this.idle = opened();
    }

    /** @param possible whether it is on the agenda, so that a session can have it */
    Answer decide(String id, Act act, boolean possible) {
        if (!possible) {
            return api.post(president(idle + "/decisions"), ruling(id, 1, act));
        }
        api.await(president("/agenda"), "it waits for the commission", answer -> answer.body().toString().contains(id));
        String session = opened();
        Answer decided = api.post(president(session + "/decisions"), ruling(id, revision(session, id), act));
        close(session);
        return decided;
    }

    private int revision(String session, String id) {
        for (JsonNode item : api.get(president(session)).body().path("agenda")) {
            if (item.path("dossierId").asText().equals(id)) {
                return item.path("revision").asInt();
            }
        }
        throw new AssertionError(id + " is not on the agenda of " + session);
    }

    private static Map<String, Object> ruling(String id, int revision, Act act) {
        Map<String, Object> ruling = new HashMap<>(Map.of("dossierId", id, "revision", revision, "reasons", List.of()));
        ruling.put("decision", switch (act) {
            case APPROVE, APPROVE_CONDITIONALLY -> "approved";
            case ADJOURN -> "adjourned";
            default -> "refused";
        });
        switch (act) {
            case APPROVE_CONDITIONALLY -> ruling.put("conditions", List.of("payment-to-supplier"));
            case ADJOURN -> ruling.put("missing", List.of("quote"));
            case REFUSE -> ruling.put("reasons", List.of("purpose-not-suitable"));
            default -> {
            }
        }
        return ruling;
    }

    private String opened() {
        Answer convened = api.post(new Target("secretaire." + ModelledDossier.OFFICE, Service.COMMISSION, "/sessions"),
                Map.of("heldOn", today.toString()));
        assertEquals(201, convened.status(), convened.toString());
        String session = "/sessions/" + convened.text("sessionId");
        Answer opening = api.postOn(president(session), president(session + "/opening"),
                Map.of("capacity", "elected-representative"));
        assertTrue(opening.isOk(), opening.toString());
        return session;
    }

    private void close(String session) {
        Answer closed = api.postOn(president(session), president(session + "/closure"), Map.of());
        assertTrue(closed.isOk(), closed.toString());
    }

    void end() {
        close(idle);
    }

    private static Target president(String path) {
        return new Target("presidente." + ModelledDossier.OFFICE, Service.COMMISSION, path);
    }
}
