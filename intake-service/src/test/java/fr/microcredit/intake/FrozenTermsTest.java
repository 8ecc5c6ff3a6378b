package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;

/** What an assessment has frozen holds until the loan ends, whatever its scheme says later. */
@OnTestPlatform
class FrozenTermsTest {
    private final Desk desk = Desk.ofDijon();

    /** The scheme of the catalogue has a commission. */
    @ParameterizedTest(name = "frozen: {0}")
    @CsvSource({"required, 409, eligible", "none, 200, transmitted"})
    void whetherACommissionDecidesIsFrozen(String commission, int status, String stage) {
        String id = desk.submitted(Desk.form());
        Topics.publish(assessed(id, Map.of("terms", terms(id).put("commission", commission))).events());
        desk.awaitStage(id, "eligible");
        desk.act(id, "transmission", Map.of()).then().statusCode(status);
        desk.request().get("/dossiers/" + id).then().body("stage", equalTo(stage));
    }

    private static ObjectNode terms(String id) {
        return assessed(id, Map.of()).events().get(0).data().path("terms").deepCopy();
    }

    private static History assessed(String id, Map<String, Object> fields) {
        return new History(id, Map.of("officeId", Desk.OFFICE)).then("eligibility.assessed", "eligible", fields);
    }
}
