package fr.microcredit.bank.file.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;

import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;

/** Values in addresses that the framework would read too kindly; others are malformed. */
final class QueryTexts {
    /** Percent: below 1,000, with a point and six decimals at most. */
    static final String PERCENT = "\\d{1,3}(\\.\\d{1,6})?";
    /** Of moments, as of dates elsewhere. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2100-12-31T23:59:59Z");

    private QueryTexts() {
    }

    static BigDecimal percent(String place, String text) {
        if (!text.matches(PERCENT)) {
            throw malformed(place);
        }
        return new BigDecimal(text);
    }

    static Instant moment(String place, String text) {
        try {
            Instant moment = Instant.parse(text);
            if (!moment.isBefore(FIRST) && !moment.isAfter(LAST)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            // answered below like any other text that is no moment
        }
        throw malformed(place);
    }

    private static ProblemException malformed(String place) {
        return new ProblemException(Problems.MALFORMED, Violation.at(place, "wrong-value"));
    }
}
