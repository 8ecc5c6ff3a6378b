package fr.microcredit.intake;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import fr.microcredit.backing.Await;
import fr.microcredit.kit.testing.History;

/** Loans for tests: paid out on 2008-10-10, 18 instalments of 83.99 on the 5th from 2008-11 on, the last of 84.08. */
final class LoanStory {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private LoanStory() {
    }

    /** The story of a dossier that was handed in, until the first instalment is paid. */
    static History paidOut(String id, String office) {
        return paidOut(id, office, Map.of());
    }

    /** @param assessed fields of the assessment, such as other terms */
    static History paidOut(String id, String office, Map<String, Object> assessed) {
        Map<String, Object> early = Map.of("effectiveOn", "2008-07-01");
        Map<String, Object> frozen = new HashMap<>(early);
        frozen.putAll(assessed);
        return new History(id, Map.of("officeId", office)).then("eligibility.assessed", "eligible", frozen)
                .then("commission.decided", "approved", early).then("bank.decided", "accepted", early)
                .then("bank.contracted", "one", early).then("bank.disbursed", "one", Map.of())
                .then("bank.instalment-paid", "first", Map.of());
    }

    /** The bank's report of an instalment, on its day. */
    static Map<String, Object> instalment(int number) {
        String day = dueOn(number, 0).toString();
        return Map.of("number", number, "dueOn", day, "effectiveOn", day, "amountCents", 8_399);
    }

    static LocalDate dueOn(int number, int months) {
        return LocalDate.parse("2008-11-05").plusMonths(number - 1L + months);
    }

    /** Another agreement: from that instalment on so many months later. */
    static Map<String, Object> table(int from, int months) {
        List<Map<String, Object>> lines = IntStream.rangeClosed(1, 18).mapToObj(number -> {
            Map<String, Object> line = new HashMap<>(Map.of("number", number, "principalCents", 8_300, "interestCents",
                    99, "bankInterestCents", 300, "subsidyCents", 200));
            line.put("dueOn", dueOn(number, number < from ? 0 : months).toString());
            return line;
        }).toList();
        return Map.of("version", 2, "lines", lines);
    }

    static String state(Desk desk, String id) {
        return desk.request().get("/dossiers/" + id + "/difficulty").path("state");
    }

    static void awaitState(Desk desk, String id, String state) {
        Await.until(LIMIT, () -> "the loan is " + state + ", found " + state(desk, id),
                () -> state.equals(state(desk, id)));
    }
}
