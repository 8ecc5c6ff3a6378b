package fr.microcredit.bank.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.text.Figures;
import fr.microcredit.kit.text.Texts;

/** Figures, days and codes as the documents for borrowers write them: in French, whoever asks. One for each document. */
public final class FrenchWords {
    private static final String BUNDLE = "documents";
    private static final int PERCENT_DECIMALS = 2;
    private static final String PERCENT = "\u00A0%";

    private final Texts texts = Texts.in(Locale.FRENCH, BUNDLE);
    private final Figures figures = Figures.in(Locale.FRENCH, texts);

    public String money(Money amount) {
        return figures.money(amount);
    }

    /** The first of a month is {@code 1er}. */
    public String date(LocalDate day) {
        String written = figures.date(day);
        return day.getDayOfMonth() == 1 ? written.replaceFirst("^1 ", "1er ") : written;
    }

    /** Empty for no day. */
    public String date(Optional<LocalDate> day) {
        return day.map(this::date).orElse("");
    }

    /** At least two decimals, none lost: {@code 4,40 %}. */
    public String percent(BigDecimal percent) {
        BigDecimal shown = percent.setScale(Math.max(PERCENT_DECIMALS, percent.scale()), RoundingMode.UNNECESSARY);
        return figures.of("", shown.toPlainString()) + PERCENT;
    }

    /** Of 1, as percent without decimals that say nothing: {@code 50 %}. */
    public String share(BigDecimal share) {
        BigDecimal percent = share.movePointRight(PERCENT_DECIMALS).stripTrailingZeros();
        return figures.of("", percent.toPlainString()) + PERCENT;
    }

    /** A code that nobody has put into words is shown as it is. */
    public String of(String kind, String code) {
        return texts.find(kind + "." + code, Map.of()).orElse(code);
    }

    public String of(String kind, Enum<?> constant) {
        return of(kind, Codes.of(constant));
    }
}
