package fr.microcredit.kit.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

class ConventionsTest {
    enum Standing {
        NEEDS_HUMAN, PASS
    }

    record Line(Money amount, Optional<Money> rest) {
        public boolean isPaid() {
            return true;
        }
    }

    record Whole(UUID id, Money amount, Optional<Money> maybe, Rate rate, BigDecimal share, Standing standing,
            List<Standing> standings, LocalDate on, Verbatim terms, List<Line> lines, Optional<String> text) {
    }

    private static final String JSON = """
                                       {"id":"00000000-0000-0000-0000-000000000001","amountCents":150000,"maybeCents":1,"rate":"4.40",\
                                       "share":"0.50","standing":"needs-human","standings":["pass"],"on":"2008-07-01",\
                                       "terms":{"b":[1],"a":"x"},"lines":[{"amountCents":5}]}""";

    @Test
    void moneyIsCentsRatesAreTextsConstantsAreKebab() {
        Whole whole = new Whole(new UUID(0, 1), Money.ofEuros("1500"), Optional.of(Money.ofCents(1)),
                Rate.ofPercent("4.40"), new BigDecimal("0.50"), Standing.NEEDS_HUMAN, List.of(Standing.PASS),
                LocalDate.of(2008, 7, 1), new Verbatim("{\"b\":[1],\"a\":\"x\"}"),
                List.of(new Line(Money.ofCents(5), Optional.empty())), Optional.empty());
        assertEquals(JSON, KitJson.write(whole));
        assertEquals(whole, KitJson.read(JSON, Whole.class));
    }

    @Test
    void whatIsUnknownIsIgnoredAndWhatIsKnownMustBeThere() {
        assertEquals(new Line(Money.ofCents(5), Optional.empty()),
                KitJson.read("{\"amountCents\":5,\"more\":true}", Line.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"amountCents\":null}", "{\"amountCents\":1.5}", "{\"amountCents\":\"1\"}",
            "{\"amount\":1}", "[]", "{"})
    void otherFormsAreRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> KitJson.read(json, Line.class));
    }

    @Test
    void treesAreReadLikeTexts() throws Exception {
        JsonNode tree = KitJson.tree(JSON);
        assertEquals(KitJson.read(JSON, Whole.class), KitJson.MAPPER.treeToValue(tree, Whole.class));
    }

    @Test
    void whomAnEventIsAboutIsStoredWhole() {
        About about = About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon");
        assertEquals(about, KitJson.read(KitJson.write(about), About.class));
    }
}
