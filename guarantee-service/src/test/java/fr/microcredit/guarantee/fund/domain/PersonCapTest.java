package fr.microcredit.guarantee.fund.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Cases;

/** The table that eligibility is held to as well: docs/cases/person-cap.json. */
class PersonCapTest {
    private static final JsonNode TABLE = Cases.of("person-cap.json");
    private static final Money CAP = Money.ofCents(TABLE.path("capCents").asLong());
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);
    private static final UUID PERSON = new UUID(0, 2);

    private final Map<String, Played<Guarantee>> dossiers = new HashMap<>();

    static Stream<Arguments> cases() {
        return StreamSupport.stream(TABLE.path("cases").spliterator(), false).map(each -> Arguments
                .of(each.path("name").asText(), each.path("history"), each.path("remainingCents").asLong()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void asMuchFitsAsTheTableSays(String name, JsonNode history, long remaining) {
        history.forEach(this::play);
        assertTrue(remaining == 0 || asked(remaining, false) instanceof FundEvent.Reserved, "what remains fits");
        assertTrue(asked(remaining + 1, false) instanceof FundEvent.Declined, "a cent more does not");
    }

    private void play(JsonNode step) {
        Played<Guarantee> dossier = dossiers.computeIfAbsent(step.path("dossier").asText(),
                any -> new Played<>(About.dossier(UUID.randomUUID(), PERSON, "ccas-dijon").at("cm-dijon")));
        dossier.then(ON, happened(step, dossier));
    }

    private FundEvent happened(JsonNode step, Played<Guarantee> dossier) {
        String name = step.path("event").asText();
        FundEvent event = switch (name) {
            case "reserved", "declined" -> asked(step.path("cents").asLong(), step.path("judged").asBoolean());
            case "effective" -> FundRules.takeUp(dossier.promise());
            case "expired" -> FundRules.expire(dossier.promise());
            case "reduced" -> FundRules.repaid(dossier.promise(), Money.ofCents(step.path("cents").asLong())).get(0);
            default -> dossier.promise().isReserved()
                    ? FundRules.giveBack(dossier.promise())
                    : FundRules.ended(dossier.promise()).get(0);
        };
        assertEquals(name, event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        return event;
    }

    private FundEvent asked(long cents, boolean judged) {
        Money exposure = Money.sum(dossiers.values().stream().map(Played::exposure).toList());
        About about = About.dossier(UUID.randomUUID(), PERSON, "ccas-dijon").at("cm-dijon");
        return FundRules.reserve(
                new GuaranteeAsking(about, 1, Money.ofCents(cents),
                        List.of(new Share.Agreed("fcs", new BigDecimal("0.50"))), CAP, judged, 90, ON,
                        Optional.empty()),
                Map.of("guarantor:fcs:available", Money.ofEuros("1000000")), exposure);
    }
}
