package fr.microcredit.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.restassured.response.Response;

import fr.microcredit.kit.tenancy.Roles;
import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestTokens;
import fr.microcredit.kit.testing.Topics;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Every act on a bank's disagreement wherever it stands, over HTTP: what is not possible is refused and told what is, and
 * changes nothing. That what is possible is accepted so shows {@code DisagreementActsTest}.
 */
@OnTestPlatform
class ConcertationActsByStageTest {
    private static final String LATER = LocalDate.now(BusinessCalendar.ZONE).plusDays(7).toString();
    /** By what they are called in the list of what is possible, with their address and form. */
    private static final Map<String, Map.Entry<String, Map<String, Object>>> ACTS = new TreeMap<>(Map.of(
            "appointment", Map.entry("appointment", Map.of("day", LATER, "way", "video", "expected",
                    List.of("bank-adviser"))),
            "cancellation", Map.entry("appointment/cancellation", Map.of("excuse", "other")),
            "meetings", Map.entry("meetings", Map.of("amountCents", 160_000)),
            "waiver", Map.entry("waiver", Map.of())));

    private final Commission commission = new Commission();

    /** Calling off what was never arranged is answered as done. */
    @ParameterizedTest
    @CsvSource({"open, appointment meetings waiver, cancellation",
            "arranged, appointment meetings cancellation waiver, -",
            "met, -, cancellation", "waived, -, cancellation", "waived-arranged, -, -",
            "change-failed, appointment meetings, cancellation", "settled, -, cancellation", "gone, -, cancellation"})
    void whatIsNotPossibleIsRefusedWithWhatIs(String stage, String possible, String repeated) {
        reach(stage);
        String before = document();
        for (String act : ACTS.keySet()) {
            if (repeated.equals(act)) {
                send(act, UUID.randomUUID().toString()).then().statusCode(200);
            } else if (!listed(possible).contains(act)) {
                refused(act, listed(possible));
            }
        }
        assertEquals(before, document(), "nothing has changed");
    }

    private static List<String> listed(String acts) {
        return acts.equals("-") ? List.of() : List.of(acts.split(" "));
    }

    private void refused(String act, List<String> possible) {
        String key = UUID.randomUUID().toString();
        Response first = send(act, key);
        assertEquals(409, first.statusCode(), () -> act + ": " + first.asString());
        assertEquals(List.copyOf(possible), first.jsonPath().getList("possible"), act);
        Response again = send(act, key);
        assertEquals("true", again.header("Idempotent-Replayed"), act);
        assertEquals(List.copyOf(possible), again.jsonPath().getList("possible"), act);
    }

    private Response send(String act, String key) {
        return Commission.as(TestTokens.office(commission.office, Roles.OFFICE_MANAGER), key)
                .body(ACTS.get(act).getValue())
                .post("/concertations/" + commission.id + "/" + Commission.BANK + "/" + ACTS.get(act).getKey());
    }

    private void done(String act) {
        send(act, UUID.randomUUID().toString()).then().statusCode(200);
    }

    private String document() {
        return Commission.db().rows("select document::text from disagreement where key = ?",
                commission.id + "/" + Commission.BANK).toString();
    }

    private void reach(String stage) {
        commission.disagreed();
        switch (stage) {
            case "arranged" -> done("appointment");
            case "met" -> meet();
            case "waived" -> done("waiver");
            case "waived-arranged" -> {
                done("appointment");
                done("waiver");
            }
            case "change-failed" -> {
                meet();
                commission.reassessed(2, "ineligible", "2008-10-02");
            }
            case "settled" -> {
                Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                        .then("bank.decided", "disagreed", Map.of("effectiveOn", "2008-09-25"))
                        .then("bank.finalised", "refused", Map.of("effectiveOn", "2008-09-26")).events().get(1));
                commission.awaitDisagreement("settled");
            }
            case "gone" -> {
                Topics.publish(new History(commission.id, Map.of("officeId", commission.office))
                        .then("dossier.withdrawn", "one",
                                Map.of("bankId", Commission.BANK, "effectiveOn", "2008-09-26"))
                        .events());
                commission.awaitDisagreement("settled");
                commission.awaitStatus("gone");
            }
            default -> {
            }
        }
    }

    private void meet() {
        commission.meet(Map.of("amountCents", 180_000, "heldOn", "2008-10-01")).then().statusCode(200);
    }
}
