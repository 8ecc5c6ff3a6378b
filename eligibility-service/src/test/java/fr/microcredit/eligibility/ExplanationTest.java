package fr.microcredit.eligibility;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.Database;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestPlatform;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;

/** What an assessment says of itself: to the person, as a proof, and beside what she owes elsewhere. */
@OnTestPlatform
class ExplanationTest {
    private static final String OFFICE = "ccas-dijon";
    private static final String AGENT = TestTokens.office(OFFICE, Roles.OFFICE_AGENT);
    private static final String TOPIC = "microcredit.eligibility";
    private static final String ASSESSED = "fr.microcredit.eligibility.assessed";

    private final String id = UUID.randomUUID().toString();
    private final Database db = TestPlatform.running().db();

    @Test
    void theExplanationTellsRulesDataParametersWeightsAndOperations() {
        refused();
        get("explanation").then().statusCode(200).body("verdict", equalTo("ineligible"))
                .body("rules.find { it.rule == 'amount' }.sentence", containsString("dépasse le maximum"))
                .body("rules.find { it.rule == 'amount' }.source", containsString("ELISAN"))
                .body("data.name", hasItems("Ressources du mois", "Charges du mois", "Objet"))
                .body("data.origin", hasItem("déclarée à votre organisme"))
                .body("parameters[0].name", equalTo("SMIC net mensuel")).body("weights", containsString("pondérée"))
                .body("operations", hasItem(containsString("= 2\u202f614,58")))
                .body("mention", containsString("L311-3-1"))
                .body("conclusion", containsString("Personne n'est refusé"));
    }

    @Test
    void thePageReadsInBothLanguagesWithoutAnUnfilledPlace() {
        refused();
        for (String language : List.of("fr", "en")) {
            String page = given().auth().oauth2(AGENT).header("Accept-Language", language)
                    .get("/assessments/" + id + "/explanation.html").then().statusCode(200)
                    .contentType("text/html").extract().asString();
            assertTrue(page.contains("<html lang=\"" + language + "\">"), page);
            String text = page.substring(page.indexOf("<main>"));
            assertFalse(text.matches("(?s).*\\{[a-zA-Z.]+}.*"), text);
            assertFalse(text.contains("page."), text);
        }
    }

    @Test
    void whereNoAmountWouldDoItIsSaid() {
        refused();
        get("explanation").then().body("alternatives.sentences",
                hasItem("Aucun autre montant ni aucune autre durée ne suffirait : ce qui manque ne dépend pas du montant."));
    }

    @Test
    void anotherOfficeSeesNothing() {
        refused();
        String other = TestTokens.office("ccas-reims", Roles.OFFICE_AGENT);
        for (String what : List.of("explanation", "explanation.html", "replay")) {
            given().auth().oauth2(other).get("/assessments/" + id + "/" + what).then().statusCode(404);
        }
    }

    @Test
    void theOfficesOwnCommissionReadsTheExplanationAndNothingElse() {
        refused();
        for (String role : List.of(Roles.COMMISSION_SECRETARY, Roles.COMMISSION_PRESIDENT)) {
            String own = TestTokens.office(OFFICE, role);
            given().auth().oauth2(own).get("/assessments/" + id + "/explanation").then().statusCode(200)
                    .body("data.name", hasItem("Ressources du mois")).body("situation.resourcesCents", equalTo(90_000));
            given().auth().oauth2(own).get("/assessments/" + id + "/explanation.html").then().statusCode(200);
            given().auth().oauth2(own).get("/assessments/" + id + "/replay").then().statusCode(403);
            given().auth().oauth2(own).get("/assessments/" + id).then().statusCode(403);
            given().auth().oauth2(TestTokens.office("ccas-reims", role)).get("/assessments/" + id + "/explanation")
                    .then().statusCode(404);
        }
    }

    /** What a president asks first: who lives there, on what, and what is left with the loan in its dearest month. */
    @Test
    void theHouseholdStandsThereInFigures() {
        Topics.publish(request(Map.of("amountCents", 150_000, "termMonths", 18, "effectiveOn", "2008-09-16"),
                Map.of("personsFrom14", 2, "personsUnder14", 1, "loneParent", false, "resourcesCents", 150_000,
                        "chargesCents", 64_000, "loanInstalmentsCents", 5_000, "existingDebtCents", 70_000)));
        Topics.awaitOne(TOPIC, id, ASSESSED);
        get("explanation").then().statusCode(200).body("situation.heads", equalTo(3))
                .body("situation.personsUnder14", equalTo(1)).body("situation.chargesCents", equalTo(64_000))
                .body("situation.existingDebtCents", equalTo(70_000))
                .body("situation.resteAVivre.beforeLoanCents", equalTo(81_000))
                .body("situation.resteAVivre.largestInstalmentCents", equalTo(8_408))
                .body("situation.resteAVivre.withLoanCents", equalTo(72_592));
    }

    @Test
    void aReplayGivesTheSameBytesWhateverIsLearntLater() {
        eligible("2012-08-15");
        get("replay").then().statusCode(200).body("identical", equalTo(true));
        String proposed = as(TestTokens.regionPerson("one", Roles.SCHEME_EDITOR))
                .body(Map.of("name", "smic-net-monthly", "from", "2012-07-01", "to", "2012-10-31", "value", "900.00",
                        "source", "Essai " + id, "knownFrom", "2012-07-02"))
                .post("/parameters").then().statusCode(201).extract().header("Location");
        as(TestTokens.regionPerson("two", Roles.SCHEME_EDITOR)).header("If-Match", "\"0\"")
                .post(proposed + "/confirmation").then().statusCode(200);
        get("replay").then().body("identical", equalTo(true));
        get("").then().body("outcomes.find { it.rule == 'income-ceiling' }.figures.reference", equalTo("1118.29"));
    }

    @Test
    void aReplayNoticesAChangedFigure() {
        eligible("2008-09-16");
        assertEquals(1, db.execute("update situation set document = replace(document::text, '110000', '110001')::jsonb"
                + " where dossier_id = ?::uuid", id));
        get("replay").then().statusCode(200).body("identical", equalTo(false));
    }

    @Test
    void whatThePersonOwesAtOtherOfficesGoesToAHumanAsAFigure() {
        String person = UUID.randomUUID().toString();
        History elsewhere = new History(UUID.randomUUID().toString(),
                Map.of("officeId", "ccas-reims", "personId", person))
                .then("guarantee.reserved", "one", Map.of("effectiveOn", "2008-09-01"));
        Topics.publish(elsewhere.events());
        awaitOwed(person, 150_000);
        assertEquals("150000", otherCents(person, "2008-09-15"));
        History lent = elsewhere.continued()
                .then("guarantee.effective", "one", Map.of("effectiveOn", "2008-10-10"))
                .then("guarantee.reduced", "one", Map.of("effectiveOn", "2008-11-05"));
        Topics.publish(lent.events());
        awaitOwed(person, 141_726);
        assertEquals("141726", otherCents(person, "2009-01-05"));
        Topics.publish(lent.continued().then("guarantee.released", "one", Map.of()).events());
        awaitOwed(person, 0);
        assertEquals("0", otherCents(person, "2010-05-01"));
    }

    @Test
    void aRequestIsNotCountedBesideItself() {
        String person = UUID.randomUUID().toString();
        Map<String, Object> whose = Map.of("personId", person);
        History first = history(id, whose, whose);
        Topics.publish(first.events());
        Topics.awaitOne(TOPIC, id, ASSESSED);
        History accepted = first.continued().then("guarantee.reserved", "one", whose);
        Topics.publish(accepted.events());
        awaitOwed(person, 150_000);
        Topics.publish(accepted.continued().then("dossier.amended", "after-meeting",
                Map.of("personId", person, "effectiveOn", "2008-10-01")).events());
        Topics.await(TOPIC, id, 2, event -> event.type().equals(ASSESSED));
        get("").then().body("revision", equalTo(2)).body(
                "outcomes.find { it.rule == 'person-cap' }.figures.otherCents", equalTo("0"));
    }

    @Test
    void aPromiseThatRanOutIsOwedNoMore() {
        String person = UUID.randomUUID().toString();
        History elsewhere = new History(UUID.randomUUID().toString(),
                Map.of("officeId", "ccas-reims", "personId", person)).then("guarantee.reserved", "one", Map.of());
        Topics.publish(elsewhere.events());
        awaitOwed(person, 150_000);
        Topics.publish(elsewhere.continued().then("guarantee.expired", "one", Map.of()).events());
        awaitOwed(person, 0);
    }

    private void awaitOwed(String person, long cents) {
        Await.until(java.time.Duration.ofSeconds(30), () -> cents + " owed",
                () -> db.number("select coalesce(sum(amount_cents), 0) from person_exposure where person_id = ?::uuid",
                        person) == cents);
    }

    /** What the rule says of a new request of that person: 2 000 euros against a cap of 3 000. */
    private String otherCents(String person, String on) {
        String dossier = UUID.randomUUID().toString();
        Topics.publish(history(dossier, Map.of("personId", person, "effectiveOn", on, "amountCents", 200_000),
                Map.of("personId", person)).events());
        Topics.awaitOne(TOPIC, dossier, ASSESSED);
        Response read = given().auth().oauth2(AGENT).get("/assessments/" + dossier);
        String other = read.path("outcomes.find { it.rule == 'person-cap' }.figures.otherCents");
        read.then().body("outcomes.find { it.rule == 'person-cap' }.outcome",
                equalTo(other.equals("0") ? "pass" : "needs-human"));
        assertFalse(read.asString().contains("ccas-reims"), "no other office is named");
        return other;
    }

    private void refused() {
        Topics.publish(request(
                Map.of("purpose", "holiday", "amountCents", 350_000, "termMonths", 24, "effectiveOn", "2008-10-06"),
                Map.of("personsFrom14", 2, "personsUnder14", 2, "loneParent", false, "resourcesCents", 90_000,
                        "chargesCents", 64_000)));
        Topics.awaitOne(TOPIC, id, ASSESSED);
    }

    private void eligible(String on) {
        Topics.publish(request(Map.of("effectiveOn", on), Map.of()));
        Topics.awaitOne(TOPIC, id, ASSESSED);
    }

    private List<TestEvent> request(Map<String, Object> asked, Map<String, Object> figures) {
        return history(id, asked, figures).events();
    }

    private static History history(String key, Map<String, Object> asked, Map<String, Object> figures) {
        return new History(key, Map.of("officeId", OFFICE)).then("dossier.opened", "one", Map.of())
                .then("dossier.submitted", "washing-machine", asked)
                .then("situation.declared", "lone-parent", figures);
    }

    private Response get(String what) {
        return given().auth().oauth2(AGENT).get("/assessments/" + id + (what.isEmpty() ? "" : "/" + what));
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json").header("Idempotency-Key",
                UUID.randomUUID().toString());
    }
}
