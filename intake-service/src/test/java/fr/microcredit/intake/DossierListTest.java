package fr.microcredit.intake;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
        JsonPath list = desk.search(Map.of("familyName", asked)).jsonPath();
        assertEquals(List.of(id), list.getList("items.dossierId"));
        assertEquals(name + mark, list.getString("items[0].name.familyName"));
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
        assertEquals(List.of(), desk.found(Map.of("familyName", "%_'\\")));
    }

    /** Addresses are logged on their way. */
    @Test
    void aNameInTheAddressIsRefusedAndNotPassedOver() {
        desk.request().queryParam("familyName", "Lefèvre").get("/dossiers").then().statusCode(400)
                .body("errors[0].pointer", equalTo("?familyName"));
    }

    @Test
    void nobodyOfAnotherOfficeIsFound() {
        opened("Seul" + mark, "vehicle");
        assertEquals(List.of(), new Desk("ccas-elsewhere").found(Map.of("familyName", "Seul" + mark)));
    }

    @Test
    void aDossierIsFoundByItsNumberHoweverItIsTyped() {
        String first = opened("Un" + mark, "vehicle");
        opened("Deux" + mark, "vehicle");
        String number = desk.request().get("/dossiers/" + first).path("fileNumber");
        assertTrue(number.matches("[A-Z]{3,8}-2008-0001"), number);
        String code = number.substring(0, number.indexOf('-'));
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), " " + code + " 2008 1", code + "1",
                "2008-0001", "1")) {
            assertEquals(List.of(first), desk.found(Map.of("fileNumber", typed)), typed);
        }
        assertEquals(List.of(), desk.found(Map.of("fileNumber", "2009-1")));
        assertEquals(List.of(), desk.found(Map.of("fileNumber", "QQQ-2008-0001")));
        desk.search(Map.of("fileNumber", "Lefèvre")).then().statusCode(422).body("errors[0].pointer",
                equalTo("/fileNumber"));
    }

    @Test
    void dossiersAreFoundByTheirDaysAndSinceWhenTheyWait() {
        String draft = opened("Un" + mark, "vehicle");
        String submitted = desk.submitted(Desk.form());
        assertEquals(List.of(submitted), desk.found(Map.of("submittedFrom", "2008-07-01")));
        assertEquals(List.of(submitted), desk.found(Map.of("submittedTo", "2008-07-01")));
        assertEquals(List.of(), desk.found(Map.of("submittedFrom", "2008-07-02")));
        assertEquals(Set.of(draft, submitted), Set.copyOf(desk.found(Map.of("openedFrom", "2008-07-01", "openedTo",
                "2008-07-01"))));
        assertEquals(List.of(), desk.found(Map.of("openedFrom", "2008-07-02")));
        assertEquals(List.of(), desk.found(Map.of("openedTo", "2008-06-30")));
        assertEquals(List.of(), desk.found(Map.of("waitingSince", "2008-06-30")));
        assertEquals(2, desk.found(Map.of("waitingSince", "2008-07-01")).size());
        assertEquals(List.of(submitted), desk.found(Map.of("waitingSince", "2008-07-01", "stage", "submitted")));
    }

    @Test
    void theOtherDossiersOfAPersonInTheOwnOfficeStandTogether() {
        String first = opened("Meme" + mark, "vehicle");
        String second = opened("MÊME" + mark, "health");
        opened("Autre" + mark, "vehicle");
        JsonPath others = desk.request().get("/dossiers/" + second + "/same-person").then().statusCode(200).extract()
                .jsonPath();
        assertEquals(List.of(first), others.getList("dossierId"));
        assertEquals("vehicle", others.getString("[0].request.purpose"));
        assertEquals("draft", others.getString("[0].stage"));
        Map<String, Object> elsewhere = Desk.form();
        elsewhere.put("applicant", Desk.applicant("Meme" + mark));
        Desk other = new Desk("cias-elsewhere");
        String third = other.open(elsewhere).path("dossierId");
        assertEquals(List.of(), other.request().get("/dossiers/" + third + "/same-person").jsonPath().getList(""));
        other.request().get("/dossiers/" + first + "/same-person").then().statusCode(404);
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
