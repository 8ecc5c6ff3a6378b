package fr.microcredit.kit.http;

import java.io.IOException;
import java.time.LocalDate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;

/** A day of people who live and of loans they repay; others are typing errors. */
final class PlausibleDate extends StdDeserializer<LocalDate> {
    private static final long serialVersionUID = 1L;
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2100;

    PlausibleDate() {
        super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(com.fasterxml.jackson.core.JsonToken.VALUE_STRING)) {
            return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
        }
        LocalDate date = LocalDateDeserializer.INSTANCE.deserialize(parser, context);
        return date == null || isPlausible(date)
                ? date
                : (LocalDate) context.handleWeirdStringValue(LocalDate.class, "", "implausible year");
    }

    static boolean isPlausible(LocalDate date) {
        return date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX;
    }
}
