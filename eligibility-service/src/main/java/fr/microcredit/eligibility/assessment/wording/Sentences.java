package fr.microcredit.eligibility.assessment.wording;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.text.Texts;

/** Sentences that a person can understand, made from codes and figures when they are read; nothing is stored in words. */
public final class Sentences {
    private static final String BUNDLE = "rules";
    private static final String CENTS = "Cents";
    private static final int CENT_DIGITS = 2;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    private final Locale language;
    private final Locale region;
    private final Texts texts;
    /** Not shared: a format is not safe for several threads. */
    private final NumberFormat euros;

    private Sentences(Locale language) {
        this.language = language;
        this.region = language.equals(Locale.ENGLISH) ? Locale.UK : Locale.FRANCE;
        this.texts = Texts.in(language, BUNDLE);
        this.euros = NumberFormat.getCurrencyInstance(region);
        euros.setCurrency(Currency.getInstance("EUR"));
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
        return euros.format(BigDecimal.valueOf(amount.cents(), CENT_DIGITS));
    }

    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(region));
    }

    public Locale language() {
        return language;
    }

    private Map<String, String> values(Map<String, String> figures) {
        Map<String, String> values = new HashMap<>();
        figures.forEach((name, figure) -> values.put(neutral(name), value(name, figure)));
        return values;
    }

    /** A name that a scheme gives in both languages stands in {@code namesFr} and {@code namesEn}. */
    private String neutral(String figure) {
        String suffix = language.equals(Locale.ENGLISH) ? "En" : "Fr";
        return figure.endsWith(suffix) ? figure.substring(0, figure.length() - suffix.length()) : figure;
    }

    /** A figure as people write it; amounts end in {@code Cents}. */
    public String value(String name, String value) {
        if (value.isEmpty()) {
            return text("not-known");
        }
        if (name.endsWith(CENTS)) {
            return money(Money.ofCents(Long.parseLong(value)));
        }
        if (ISO_DATE.matcher(value).matches()) {
            return date(LocalDate.parse(value));
        }
        if (DECIMAL.matcher(value).matches()) {
            return decimal(new BigDecimal(value));
        }
        return texts.find("value." + value, Map.of()).orElse(value);
    }

    private String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(region);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }
}
