package fr.microcredit.intake;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** What the commission has approved under is a list that the office ticks off, and the bank is told. */
@OnTestPlatform
class ConditionJourneyTest {
    private final Desk desk = Desk.ofDijon();

    @Test
    void theOfficeTicksOffWhatIsMetAndTheBankIsTold() {
        String id = desk.submitted(Desk.form());
        Topics.publish(new History(id, Map.of("officeId", Desk.OFFICE))
                .then("eligibility.assessed", "eligible", Map.of()).then("commission.decided", "conditional", Map.of())
                .events());
        desk.awaitStage(id, "transmitted");
        desk.request().get("/dossiers/" + id).then().body("possible", hasItem("conditions"));
        tick(id, List.of("payment-to-supplier"), "2008-09-26").body("fulfilled.condition",
                contains("payment-to-supplier")).body("fulfilled[0].on", equalTo("2008-09-26"));
        tick(id, List.of("payment-to-supplier", "budget-counselling"), "2008-10-03")
                .body("fulfilled.on", contains("2008-09-26", "2008-10-03"))
                .body("possible", not(hasItem("conditions")));
        desk.act(id, "conditions", Map.of("conditions", List.of("vehicle-insurance"), "effectiveOn", "2008-10-03"))
                .then().statusCode(409).body("code", equalTo("dossier-stage"));
        List<TestEvent> told = Topics.await("microcredit.dossier", id, 2,
                event -> event.type().endsWith(".conditions-fulfilled"));
        assertEquals("[\"payment-to-supplier\",\"budget-counselling\"]",
                told.get(1).data().path("fulfilled").toString());
        assertEquals("cm-dijon", told.get(1).attributes().get("bankId"));
        desk.request().header("Accept-Language", "fr").get("/dossiers/" + id + "/timeline").then().body("sentence",
                hasItem("Conditions remplies : paiement direct au fournisseur."));
    }

    private io.restassured.response.ValidatableResponse tick(String id, List<String> conditions, String on) {
        return desk.act(id, "conditions", Map.of("conditions", conditions, "effectiveOn", on)).then().statusCode(200);
    }
}
