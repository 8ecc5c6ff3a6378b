package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import fr.microcredit.deploy.local.client.Answer;
import fr.microcredit.deploy.local.client.Api;
import fr.microcredit.deploy.local.client.Api.Target;
import fr.microcredit.deploy.local.platform.Service;

/** A commission's session, convened, opened by its elected president, decided and closed. */
final class Commission {
    private final Api api;
    private final String office;

    Commission(Api api, String office) {
        this.api = api;
        this.office = office;
    }

    /** A decision the session takes. */
    record Ruling(Dossier dossier, int revision, String decision, List<String> reasons, Map<String, Object> more) {
        static Ruling approved(Dossier dossier) {
            return new Ruling(dossier, 1, "approved", List.of(), Map.of());
        }

        static Ruling refused(Dossier dossier, String reason) {
            return new Ruling(dossier, 1, "refused", List.of(reason), Map.of());
        }

        Map<String, Object> form() {
            Map<String, Object> form = new HashMap<>(more);
            form.putAll(Map.of("dossierId", dossier.id(), "revision", revision, "decision", decision, "reasons",
                    reasons));
            return form;
        }
    }

    void decide(LocalDate on, List<Ruling> rulings) {
        Target agenda = new Target(Actors.president(office), Service.COMMISSION, "/agenda");
        for (Ruling ruling : rulings) {
            api.await(agenda, "the request waits for the commission",
                    answer -> answer.body().toString().contains(ruling.dossier().id()));
        }
        Answer convened = Expect.status("convening", 201, api.post(
                new Target(Actors.secretary(office), Service.COMMISSION, "/sessions"),
                Map.of("heldOn", on.toString())));
        String session = "/sessions/" + convened.text("sessionId");
        act(session, "/opening", Map.of("capacity", "elected-representative"));
        for (Ruling ruling : rulings) {
            Expect.ok("ruling", api.post(president(session + "/decisions"), ruling.form()));
        }
        act(session, "/closure", Map.of());
    }

    private void act(String session, String act, Map<String, Object> body) {
        Expect.ok(act, api.postOn(president(session), president(session + act), body));
    }

    private Target president(String path) {
        return new Target(Actors.president(office), Service.COMMISSION, path);
    }
}
