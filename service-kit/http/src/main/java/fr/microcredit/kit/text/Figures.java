package fr.microcredit.kit.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import fr.microcredit.kit.money.Money;

/** Figures, days and codes as people write them; a code stands in the texts under {@code value.}. */
public final class Figures {
    private static final String CENTS = "Cents";
    private static final int CENT_DIGITS = 2;
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");

    private final Locale region;
    private final Texts texts;
    /** Not shared: a format is not safe for several threads. */
    private final NumberFormat euros;

    private Figures(Locale language, Texts texts) {
        this.region = language.equals(Locale.ENGLISH) ? Locale.UK : Locale.FRANCE;
        this.texts = texts;
        this.euros = NumberFormat.getCurrencyInstance(region);
        euros.setCurrency(Currency.getInstance("EUR"));
    }

    /** @param language French or English */
    public static Figures in(Locale language, Texts texts) {
        return new Figures(language, texts);
    }

    public String money(Money amount) {
        return euros.format(BigDecimal.valueOf(amount.cents(), CENT_DIGITS));
    }

    public String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(region));
    }

    /** A figure as people write it; the names of amounts end in {@code Cents}. */
    public String of(String name, String value) {
        if (value.isEmpty()) {
            return texts.find("not-known", Map.of()).orElse("");
        }
        if (name.endsWith(CENTS)) {
            return money(Money.ofCents(Long.parseLong(value)));
        }
        if (ISO_DATE.matcher(value).matches()) {
            return date(LocalDate.parse(value));
        }
        if (ISO_MONTH.matcher(value).matches()) {
            return YearMonth.parse(value).format(DateTimeFormatter.ofPattern("MMMM yyyy", region));
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
