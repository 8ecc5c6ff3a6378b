package fr.microcredit.commission.session.minutes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import fr.microcredit.commission.committee.domain.Committee;
import fr.microcredit.commission.session.domain.Ruling;
import fr.microcredit.commission.session.domain.Session;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.text.Texts;

class MinutesWordsTest {
    /** A closure fails where a word is missing: so none is. */
    @Test
    void everyCodeHasItsWord() {
        List<String> keys = new ArrayList<>();
        add(keys, "capacity", Session.Capacity.values());
        add(keys, "way", Committee.Way.values());
        add(keys, "decision", Ruling.Verdict.values());
        add(keys, "reason", Ruling.Reason.values());
        add(keys, "missing", Ruling.Missing.values());
        add(keys, "condition", Ruling.Condition.values());
        Texts texts = Texts.in(Locale.FRENCH, "minutes");
        assertEquals(List.of(), keys.stream().filter(key -> texts.find(key, Map.of()).isEmpty()).toList());
    }

    private static void add(List<String> keys, String kind, Enum<?>[] constants) {
        Stream.of(constants).forEach(each -> keys.add(kind + "." + Codes.of(each)));
    }
}
