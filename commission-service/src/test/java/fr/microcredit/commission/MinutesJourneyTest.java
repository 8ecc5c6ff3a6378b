package fr.microcredit.commission;

import static fr.microcredit.commission.Commission.db;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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

import fr.microcredit.backing.Await;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

import javax.imageio.ImageIO;

/** An agenda in the secretary's order, and the minutes of what became of it. */
@OnTestPlatform
class MinutesJourneyTest {
    private static final String DAY = "2008-09-22";
    private static final int DPI = 110;

    private final Commission commission = new Commission();

    @Test
    void theMinutesSayInFrenchWhatWasDecidedAndAreSealedInTheAuditChain() throws IOException {
        List<String> dossiers = List.of(waits(), waits(), waits(), waits());
        String session = held(dossiers);
        commission.secretary().get("/sessions/" + session + "/minutes").then().statusCode(409).body("code",
                equalTo("session-state"));
        commission.act(session, "/closure", null).then().statusCode(200);
        Response minutes = commission.secretary().get("/sessions/" + session + "/minutes");
        minutes.then().statusCode(200).contentType("application/pdf");
        byte[] file = minutes.asByteArray();
        assertArrayEquals(file, commission.president().get("/sessions/" + session + "/minutes").asByteArray());
        assertEquals(List.of(Sha256.of(file)), db().rows("select detail::jsonb ->> 'minutesSha256' from audit_entry"
                + " where subject = ? and act = 'session-closed'", session));
        String text = text(file);
        for (String said : List.of("Procès-verbal de la commission du 22 septembre 2008", commission.office,
                "en qualité d'élu titulaire", "1. Dossier " + dossiers.get(3), "2. Dossier " + dossiers.get(2),
                "3. Dossier " + dossiers.get(0), "4. Dossier " + dossiers.get(1), "avis favorable", "refus",
                "remboursement hors de portée du budget", "ajournement", "relevés bancaires ; devis",
                "paiement direct au fournisseur", "2 pour, 0 contre, 0 en abstention", "non examinée")) {
            assertTrue(text.contains(said), () -> said + " is not in " + text);
        }
        new Commission().president().get("/sessions/" + session + "/minutes").then().statusCode(404);
    }

    /** Three are decided as the secretary has ordered them, the last is left over. */
    private String held(List<String> dossiers) {
        commission.manager().body(Map.of("quorum", 2, "way", "vote")).put("/committee/rule").then().statusCode(200);
        List.of("test-commission-president/president", "un/member").forEach(each -> commission.manager()
                .body(Map.of("subject", each.split("/")[0], "function", each.split("/")[1], "from", "2008-03-17"))
                .post("/committee/mandates").then().statusCode(200));
        String session = commission.convene(DAY);
        List<String> order = List.of(dossiers.get(3), dossiers.get(2), dossiers.get(0), dossiers.get(1));
        order(session, order).then().statusCode(200).body("agenda.dossierId", equalTo(order));
        commission.act(session, "/opening", Map.of("capacity", "elected-representative", "present", List.of("un")))
                .then().statusCode(200);
        decide(session, order.get(0), "approved", Map.of("conditions", List.of("payment-to-supplier")));
        decide(session, order.get(1), "refused", Map.of("reasons", List.of("repayment-not-sustainable")));
        decide(session, order.get(2), "adjourned", Map.of("missing", List.of("bank-statements", "quote")));
        return session;
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
        String dossier = UUID.randomUUID().toString();
        Topics.publish(new History(dossier, Map.of("officeId", commission.office))
                .then("eligibility.assessed", "eligible", Map.of()).events());
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
        Map<String, Object> form = new HashMap<>(Map.of("dossierId", dossier, "revision", 1, "decision", decision,
                "reasons", List.of(), "votes", Map.of("inFavour", 2, "against", 0, "abstained", 0)));
        form.putAll(more);
        commission.president().body(form).post("/sessions/" + session + "/decisions").then().statusCode(200);
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
