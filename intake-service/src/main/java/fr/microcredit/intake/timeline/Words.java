package fr.microcredit.intake.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.text.Figures;
import fr.microcredit.kit.text.Texts;

/**
 * Sentences of a timeline, in French or English, made from what was recorded when somebody reads it. A text is found by the
 * type, by what was decided, and by what is listed with it: {@code commission.decided.approved.with-conditions}.
 */
public final class Words {
    private static final String BUNDLE = "timeline";
    /** Where it stands what was decided or why; the first that is there. */
    private static final List<String> KINDS = List.of("decision", "judgement", "verdict", "changed", "reason",
            "cause", "outcome", "subsidyPaidBy", "way", "step", "mode", "payer");
    /** What is listed with it; the first of which there is something. */
    private static final List<String> LISTS = List.of("conditions", "missing", "items", "reasons",
            "guarantees", "instalments");
    /** What is said besides where it is there. */
    private static final List<String> BESIDES = List.of("openElsewhereSince");
    private static final String CODE = "code";
    private static final String GUARANTOR = "guarantor";

    private final Texts texts;
    private final Figures figures;

    private Words(Locale language) {
        this.texts = Texts.in(language, BUNDLE);
        this.figures = Figures.in(language, texts);
    }

    public static Words in(Locale language) {
        return new Words(language);
    }

    /** What nobody has found words for is called by its type. */
    public String of(Entry entry) {
        JsonNode data = KitJson.tree(entry.data().json());
        Map<String, String> values = values(data);
        entry.to().flatMap(Agent::name).ifPresent(name -> values.put("agent", name));
        String sentence = keys(entry.type(), data).stream().flatMap(key -> texts.find(key, values).stream()).findFirst()
                .orElse(entry.type());
        return entry.insteadOf().map(away -> away.name().orElse(away.subject()))
                .flatMap(name -> texts.find("instead-of", Map.of("sentence", sentence, "agent", name)))
                .orElse(sentence);
    }

    /** The one that says most first. */
    private static List<String> keys(String type, JsonNode data) {
        String kind = KINDS.stream().filter(data::hasNonNull).findFirst()
                .map(name -> type + "." + data.path(name).asText()).orElse(type);
        List<String> keys = new ArrayList<>();
        LISTS.stream().filter(name -> !data.path(name).isEmpty()).forEach(name -> keys.add(kind + ".with-" + name));
        BESIDES.stream().filter(data::hasNonNull).forEach(name -> keys.add(kind + ".with-" + name));
        keys.add(kind);
        keys.add(type);
        return keys;
    }

    private Map<String, String> values(JsonNode data) {
        Map<String, String> values = new HashMap<>();
        data.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                values.put(field.getKey(), figures.of(field.getKey(), field.getValue().asText()));
            } else if (field.getValue().isArray()) {
                values.put(field.getKey(), listed(field.getKey(), field.getValue()));
            }
        });
        return values;
    }

    /** What is another one depends on the list: {@code value.reasons.other}. */
    private String listed(String name, JsonNode codes) {
        StringJoiner all = new StringJoiner(", ");
        codes.forEach(each -> {
            String code = each.path(CODE).asText(each.path(GUARANTOR).asText(each.asText()));
            all.add(texts.find("value." + name + "." + code, Map.of()).orElseGet(() -> figures.of("", code)));
        });
        return all.toString();
    }
}
