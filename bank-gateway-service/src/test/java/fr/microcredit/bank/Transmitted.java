package fr.microcredit.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fr.microcredit.kit.testing.History;
import fr.microcredit.kit.testing.TestEvent;
import fr.microcredit.kit.testing.Topics;

/** A file that an office sends to the test's bank: 3,000 over 24 months at 4.40 % against 1 % (domain.md A.7). */
final class Transmitted {
    private static final Map<String, Object> TERMS = Map.ofEntries(Map.entry("schemeId", "dijon"),
            Map.entry("schemeVersion", "dijon-1"), Map.entry("amountCents", 300_000), Map.entry("termMonths", 24),
            Map.entry("borrowerRate", "1"), Map.entry("bankRate", "4.40"), Map.entry("commission", "required"),
            Map.entry("personCapCents", 300_000), Map.entry("reservationDays", 90), Map.entry("approvalDays", 90),
            Map.entry("guarantees", List.of(Map.of("guarantor", "fcs", "share", "0.50"))),
            Map.entry("subsidy", Map.of("method", "schedule-difference", "earlyEnd", "interest-to-date")));

    final String id = UUID.randomUUID().toString();
    private final Counter counter;
    private final History history;
    private int published;

    Transmitted(Counter counter, String bank) {
        this.counter = counter;
        this.history = new History(id, Map.of("officeId", "ccas-dijon", "bankId", bank));
    }

    /** @param on business date of the transmission */
    Transmitted arrived(String on) {
        return arrived(on, Map.of());
    }

    /** @param more of its terms */
    Transmitted arrived(String on, Map<String, Object> more) {
        Map<String, Object> terms = new HashMap<>(TERMS);
        terms.putAll(more);
        happened(history.then("dossier.transmitted", "dijon",
                Map.of("effectiveOn", on, "terms", terms, "conditions",
                        List.of("payment-to-supplier", "vehicle-insurance"), "fulfilled",
                        List.of("vehicle-insurance"))));
        counter.awaitStep(id, "decide");
        return this;
    }

    /** Who asks is disclosed. */
    Transmitted of(String givenNames, String familyName) {
        happened(history.then("identity.disclosed", "one",
                Map.of("applicant", Map.of("familyName", familyName, "givenNames", givenNames, "birthDate",
                        "1980-05-04", "street", "1 rue des Exemples", "postalCode", "21000", "city", "Dijon"))));
        return this;
    }

    /** The bank accepts, guarantors and envelope agree. */
    Transmitted accepted(String on) {
        counter.decide(id, "accepted", on).then().statusCode(200);
        happened(history.then("guarantee.reserved", "one", Map.of("effectiveOn", on))
                .then("guarantee.subsidy-reserved", "one", Map.of("effectiveOn", on)));
        counter.awaitStep(id, "report-contract");
        return this;
    }

    /** Something that others tell of it. */
    Transmitted then(String type, Map<String, Object> with) {
        return then(type, "one", with);
    }

    Transmitted then(String type, String example, Map<String, Object> with) {
        happened(history.then(type, example, with));
        return this;
    }

    private void happened(History extended) {
        List<TestEvent> events = extended.events();
        Topics.publish(events.subList(published, events.size()));
        published = events.size();
    }
}
