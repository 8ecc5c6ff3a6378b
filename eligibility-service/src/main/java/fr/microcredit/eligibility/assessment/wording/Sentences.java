package fr.microcredit.eligibility.assessment.wording;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.text.Figures;
import fr.microcredit.kit.text.Texts;

/** Sentences that a person can understand, made from codes and figures when they are read; nothing is stored in words. */
public final class Sentences {
    private static final String BUNDLE = "rules";

    private final Locale language;
    private final Texts texts;
    private final Figures figures;

    private Sentences(Locale language) {
        this.language = language;
        this.texts = Texts.in(language, BUNDLE);
        this.figures = Figures.in(language, texts);
    }

    /** @param language French or English */
    public static Sentences in(Locale language) {
        return new Sentences(language);
    }

    /** Name of a rule, or of a question that a scheme has put. */
    public String title(String rule) {
        return texts.find("rule." + rule, Map.of()).orElse(rule.replace('-', ' '));
    }

    /** What a rule says with its figures. */
    public String of(String rule, String code, Map<String, String> figures) {
        Map<String, String> values = values(figures);
        values.put("rule", title(rule));
        return texts.find(rule + "." + code, values).or(() -> texts.find("any." + code, values)).orElse(code);
    }

    /** How a figure came about, where something was computed. */
    public Optional<String> operation(String rule, Map<String, String> figures) {
        return texts.find(rule + ".operation", values(figures));
    }

    /** A text without figures, or with these. */
    public String text(String key, Map<String, String> figures) {
        return texts.find(key, values(figures)).orElse(key);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    public String money(Money amount) {
        return figures.money(amount);
    }

    public String date(LocalDate day) {
        return figures.date(day);
    }

    public Locale language() {
        return language;
    }

    private Map<String, String> values(Map<String, String> given) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, figure) -> values.put(neutral(name), value(name, figure)));
        return values;
    }

    /** A name that a scheme gives in both languages stands in {@code namesFr} and {@code namesEn}. */
    private String neutral(String figure) {
        String suffix = language.equals(Locale.ENGLISH) ? "En" : "Fr";
        return figure.endsWith(suffix) ? figure.substring(0, figure.length() - suffix.length()) : figure;
    }

    /** A figure as people write it; amounts end in {@code Cents}. */
    public String value(String name, String value) {
        return figures.of(name, value);
    }
}
