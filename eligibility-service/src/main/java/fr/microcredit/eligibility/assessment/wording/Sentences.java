package fr.microcredit.eligibility.assessment.wording;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

import fr.microcredit.kit.money.Money;

/** Sentences that a person can understand, made from codes and figures when they are read; nothing is stored in words. */
public final class Sentences {
    private static final String BUNDLE = "rules";
    private static final String CENTS = "Cents";
    private static final int CENT_DIGITS = 2;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    private final Locale language;
    private final Locale region;
    private final ResourceBundle texts;
    /** Not shared: a format is not safe for several threads. */
    private final NumberFormat euros;

    private Sentences(Locale language) {
        this.language = language;
        this.region = language.equals(Locale.ENGLISH) ? Locale.UK : Locale.FRANCE;
        this.texts = ResourceBundle.getBundle(BUNDLE, language, Thread.currentThread().getContextClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.euros = NumberFormat.getCurrencyInstance(region);
        euros.setCurrency(Currency.getInstance("EUR"));
    }

    /** @param language French or English */
    public static Sentences in(Locale language) {
        return new Sentences(language);
    }

    /** Name of a rule, or of a question that a scheme has put. */
    public String title(String rule) {
        return find("rule." + rule).orElse(rule.replace('-', ' '));
    }

    /** What a rule says with its figures. */
    public String of(String rule, String code, Map<String, String> figures) {
        String pattern = find(rule + "." + code).or(() -> find("any." + code)).orElse(code);
        return fill(pattern, figures).replace("{rule}", title(rule));
    }

    /** How a figure came about, where something was computed. */
    public Optional<String> operation(String rule, Map<String, String> figures) {
        return figures.isEmpty()
                ? Optional.empty()
                : find(rule + ".operation")
                        .map(pattern -> fill(pattern, figures)).filter(text -> text.indexOf('{') < 0);
    }

    /** A text without figures, or with these. */
    public String text(String key, Map<String, String> figures) {
        return fill(find(key).orElse(key), figures);
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

    private String fill(String pattern, Map<String, String> figures) {
        String text = pattern;
        for (Map.Entry<String, String> figure : figures.entrySet()) {
            String place = "{" + neutral(figure.getKey()) + "}";
            if (text.contains(place)) {
                text = text.replace(place, value(figure.getKey(), figure.getValue()));
            }
        }
        return text;
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
        return find("value." + value).orElse(value);
    }

    private String decimal(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(region);
        format.setMinimumFractionDigits(value.scale());
        format.setMaximumFractionDigits(value.scale());
        return format.format(value);
    }

    private Optional<String> find(String key) {
        try {
            return Optional.of(texts.getString(key));
        } catch (MissingResourceException e) {
            return Optional.empty();
        }
    }
}
