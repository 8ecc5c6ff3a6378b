package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.path.json.JsonPath;

/** How a desk finds its dossiers again. */
@OnTestPlatform
class DossierListTest {
    private final String mark = UUID.randomUUID().toString().replace("-", "").replaceAll("[0-9]", "x");
    private final Desk desk = new Desk("ccas-" + UUID.randomUUID().toString().substring(0, 8));

    @ParameterizedTest
    @CsvSource({"Lefèvre, lefevre", "LEFEVRE, Lefèv", "d'Orléans-Été, D'ORLEANS-ETE", "Nuñez, nun", "Œillet, œil"})
    void aPersonIsFoundByHowTheNameBeginsWhateverItsAccents(String name, String asked) {
        String id = opened(name + mark, "vehicle");
        opened("Autre" + mark, "vehicle");
        assertEquals(List.of(id), found("familyName", asked).getList("items.dossierId"));
        assertEquals(name + mark, found("familyName", asked).getString("items[0].name.familyName"));
    }

    @Test
    void aListIsReadByPurposeAndSaysSinceWhenEachWaits() {
        String vehicle = opened("Un" + mark, "vehicle");
        opened("Deux" + mark, "health");
        JsonPath list = found("purpose", "vehicle");
        assertEquals(List.of(vehicle), list.getList("items.dossierId"));
        assertEquals("2008-07-01", list.getString("items[0].lastOn"));
        assertEquals("Camille", list.getString("items[0].name.givenNames"));
        desk.request().queryParam("purpose", "yacht").get("/dossiers").then().statusCode(400);
        desk.request().queryParam("familyName", "%_'\\").get("/dossiers").then().statusCode(200).body("items",
                equalTo(List.of()));
    }

    @Test
    void nobodyOfAnotherOfficeIsFound() {
        opened("Seul" + mark, "vehicle");
        new Desk("ccas-elsewhere").request().queryParam("familyName", "Seul" + mark).get("/dossiers").then()
                .statusCode(200).body("items", equalTo(List.of()));
    }

    private String opened(String familyName, String purpose) {
        Map<String, Object> form = Desk.form();
        form.put("applicant", Desk.applicant(familyName));
        form.put("request", Map.of("schemeId", "dijon", "bankId", "cm-dijon", "purpose", purpose, "project", "projet",
                "ground", "not-asked", "amountCents", 100_000, "termMonths", 12));
        return desk.open(form).then().statusCode(201).extract().path("dossierId");
    }

    private JsonPath found(String parameter, String value) {
        return desk.request().queryParam(parameter, value).get("/dossiers").then().statusCode(200).extract()
                .jsonPath();
    }
}
