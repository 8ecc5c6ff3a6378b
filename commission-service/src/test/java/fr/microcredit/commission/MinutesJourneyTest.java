package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

import javax.imageio.ImageIO;

/** An agenda in the secretary's order, and the minutes of what became of it. */
@OnTestPlatform
class MinutesJourneyTest {
    private static final String DAY = "2008-09-22";
    private static final String SUBSTITUTE = "substitute";
    private static final int DPI = 110;

    private final Commission commission = new Commission();

    @Test
    void theMinutesSayInFrenchWhatWasDecidedAndAreSealedInTheAuditChain() throws IOException {
        List<String> dossiers = List.of(calledAs(1), calledAs(2), calledAs(3), calledAs(4), calledAs(5));
        String session = held(dossiers);
        commission.secretary().get("/sessions/" + session + "/minutes").then().statusCode(409).body("code",
                equalTo("session-state"));
        substitute().header("If-Match", etag(session)).post("/sessions/" + session + "/closure").then()
                .statusCode(200);
        Response minutes = commission.secretary().get("/sessions/" + session + "/minutes");
        minutes.then().statusCode(200).contentType("application/pdf");
        byte[] file = minutes.asByteArray();
        assertArrayEquals(file, commission.president().get("/sessions/" + session + "/minutes").asByteArray());
        assertEquals(List.of(Sha256.of(file)), db().rows("select detail::jsonb ->> 'minutesSha256' from audit_entry"
                + " where subject = ? and act = 'session-closed'", session));
        String text = text(file);
        assertSaid(text, List.of("Procès-verbal de la commission du 22 septembre 2008", commission.office,
                "Présidence à la clôture en qualité d'élu suppléant", "Membres présents à la clôture 3",
                "1. Dossier DIJ-2008-0004", "avis favorable", "paiement direct au fournisseur",
                "Présidence en qualité d'élu titulaire", "Membres présents 2, quorum de 2 atteint",
                "2 pour, 0 contre, 0 en abstention", "2. Dossier DIJ-2008-0003", "refus",
                "remboursement hors de portée du budget", "Présidence en qualité d'élu suppléant",
                "Membres présents 3, quorum de 2 atteint", "2 pour, 0 contre, 1 en abstention",
                "3. Dossier DIJ-2008-0002", "non examinée", "4. Dossier DIJ-2008-0001", "ajournement",
                "relevés bancaires ; devis", "5. Dossier DIJ-2008-0005", "reportée à la séance du 6 octobre 2008"));
        dossiers.forEach(dossier -> assertFalse(text.contains(dossier), "by its number and nothing else"));
        new Commission().president().get("/sessions/" + session + "/minutes").then().statusCode(404);
    }

    /** In this order, each behind the one before. */
    private static void assertSaid(String text, List<String> said) {
        int at = 0;
        for (String each : said) {
            int found = text.indexOf(each, at);
            assertTrue(found >= 0, () -> each + " is not where it should be in " + text);
            at = found;
        }
    }

    /**
     * The fourth is decided under the president; the substitute takes over, the rest is put in another order, the third and the
     * first are decided, the fifth is moved and the second left over.
     */
    private String held(List<String> dossiers) {
        commission.manager().body(Map.of("quorum", 2, "way", "vote")).put("/committee/rule").then().statusCode(200);
        List.of("test-commission-president/president", SUBSTITUTE + "/substitute", "un/member")
                .forEach(each -> commission
                        .manager()
                        .body(Map.of("subject", each.split("/")[0], "function", each.split("/")[1], "from",
                                "2008-03-17"))
                        .post("/committee/mandates").then().statusCode(200));
        String session = commission.convene(DAY);
        List<String> order = List.of(dossiers.get(3), dossiers.get(0), dossiers.get(1), dossiers.get(2),
                dossiers.get(4));
        order(session, order).then().statusCode(200).body("agenda.dossierId", equalTo(order));
        commission.act(session, "/opening", Map.of("capacity", "elected-representative", "present", List.of("un")))
                .then().statusCode(200);
        decide(session, order.get(0), "approved", Map.of("conditions", List.of("payment-to-supplier")));
        takeOver(session);
        order(session, List.of(dossiers.get(2), dossiers.get(1), dossiers.get(0), dossiers.get(4))).then()
                .statusCode(200);
        decideAsSubstitute(session, dossiers.get(0), "adjourned",
                Map.of("missing", List.of("bank-statements", "quote")));
        decideAsSubstitute(session, dossiers.get(2), "refused",
                Map.of("reasons", List.of("repayment-not-sustainable")));
        move(session, dossiers.get(4), commission.convene("2008-10-06")).then().statusCode(200);
        return session;
    }

    private void takeOver(String session) {
        substitute().header("If-Match", etag(session)).body(Map.of("capacity", "elected-substitute"))
                .post("/sessions/" + session + "/chair").then().statusCode(200);
        commission.secretary().header("If-Match", etag(session))
                .body(Map.of("present", List.of("un", "test-commission-president")))
                .post("/sessions/" + session + "/attendance").then().statusCode(200);
    }

    private RequestSpecification substitute() {
        return Commission.as(TestTokens.officePerson(commission.office, SUBSTITUTE, Roles.COMMISSION_PRESIDENT));
    }

    private String etag(String session) {
        return commission.president().get("/sessions/" + session).header("ETag");
    }

    @Test
    void theSecretaryOrdersTheWholeAgendaAndMovesAnItem() {
        List<String> dossiers = List.of(waits(), waits());
        String session = commission.convene(LocalDate.now(BusinessCalendar.ZONE).toString());
        order(session, List.of(dossiers.get(1))).then().statusCode(422).body("errors[0].code",
                equalTo("dossier-left-out"));
        order(session, List.of(dossiers.get(1), dossiers.get(0))).then().statusCode(200).body("agenda.dossierId",
                contains(dossiers.get(1), dossiers.get(0)));
        String next = commission.convene(DAY);
        move(session, dossiers.get(1), next).then().statusCode(200).body("agenda.dossierId",
                contains(dossiers.get(0)));
        move(session, dossiers.get(1), next).then().statusCode(200);
        commission.president().get("/sessions/" + next).then().body("agenda.dossierId", contains(dossiers.get(1)));
        move(session, dossiers.get(1), session).then().statusCode(409).body("code", equalTo("not-on-the-agenda"));
        move(session, dossiers.get(0), UUID.randomUUID().toString()).then().statusCode(404);
        move(session, dossiers.get(0), new Commission().convene(DAY)).then().statusCode(404);
    }

    @Test
    void whoWaitsTooLongIsShownToTheOfficeAndToWhoeverKeepsThePlatformRunning() {
        waits();
        commission.secretary().get("/agenda").then().body("overdue", contains(true));
        Await.until(Commission.LIMIT, () -> "the gauge tells it", () -> commission.secretary().get("/q/metrics")
                .asString().lines().anyMatch(line -> line.startsWith("microcredit_agenda_waiting_days")
                        && !line.endsWith(" 0.0")));
    }

    private String waits() {
        return arrives(new History(UUID.randomUUID().toString(), Map.of("officeId", commission.office)));
    }

    private String calledAs(int number) {
        return arrives(new History(UUID.randomUUID().toString(), Map.of("officeId", commission.office)).then(
                "dossier.submitted", "washing-machine", Map.of("fileNumber", "DIJ-2008-000" + number)));
    }

    private static String arrives(History history) {
        List<TestEvent> events = history.then("eligibility.assessed", "eligible", Map.of()).events();
        String dossier = events.get(0).key();
        Topics.publish(events);
        Await.until(Commission.LIMIT, () -> dossier + " waits", () -> List.of("waiting")
                .equals(db().rows("select status from request where key = ?", dossier)));
        return dossier;
    }

    private Response order(String session, List<String> dossiers) {
        return commission.secretary()
                .header("If-Match", commission.president().get("/sessions/" + session).header("ETag"))
                .body(Map.of("dossierIds", dossiers)).post("/sessions/" + session + "/order");
    }

    private Response move(String session, String dossier, String to) {
        return commission.secretary().body(Map.of("sessionId", to))
                .post("/sessions/" + session + "/items/" + dossier + "/move");
    }

    private void decide(String session, String dossier, String decision, Map<String, Object> more) {
        decide(commission.president(), session, form(dossier, decision, more, 0));
    }

    private void decideAsSubstitute(String session, String dossier, String decision, Map<String, Object> more) {
        decide(substitute(), session, form(dossier, decision, more, 1));
    }

    private static Map<String, Object> form(String dossier, String decision, Map<String, Object> more, int abstained) {
        Map<String, Object> form = new HashMap<>(Map.of("dossierId", dossier, "revision", 1, "decision", decision,
                "reasons", List.of(), "votes", Map.of("inFavour", 2, "against", 0, "abstained", abstained)));
        form.putAll(more);
        return form;
    }

    private static void decide(RequestSpecification who, String session, Map<String, Object> form) {
        who.body(form).post("/sessions/" + session + "/decisions").then().statusCode(200);
    }

    /** Leaves a picture of the first page in the build's folder, to be looked at. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file)) {
            ImageIO.write(new PDFRenderer(document).renderImageWithDPI(0, DPI), "png",
                    new File("target/minutes.png"));
            return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
        }
    }
}
