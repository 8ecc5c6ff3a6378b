package fr.microcredit.intake.request.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What people call a dossier by: {@code DIJ-2026-0042}. It is the office's code, the year of opening, and a running number of
 * that office and year. It names no person. Numbers are given in the order in which dossiers are opened and never twice;
 * some are missing: what was begun and refused has used one up, and PostgreSQL passes over up to 32 when it comes up again
 * after a crash.
 *
 * @param code    of the office, capital letters
 * @param year    of opening, four digits
 * @param running from 1
 */
public record FileNumber(String code, int year, long running) {
    /** How people type one: {@code dij 2026 42}, {@code DIJ-2026-0042}, {@code 2026-42}, or only {@code 42}. */
    public static final String TYPED = "\\s*(?:([A-Za-z]{2,8})[\\s./-]*)?(?:(\\d{4})(?:[\\s./-]+|(?=\\d{4})))?(\\d{1,9})\\s*";
    private static final Pattern TYPED_PATTERN = Pattern.compile(TYPED);
    private static final int CODE = 1;
    private static final int YEAR = 2;
    private static final int RUNNING = 3;

    /**
     * A number as somebody has typed it, perhaps in part.
     *
     * @param code in capital letters; empty where it was left out
     * @param year empty where it was left out
     */
    public record Typed(Optional<String> code, Optional<Integer> year, long running) {
        /** Whether this is how that number could be typed. */
        public boolean fits(FileNumber number) {
            return running == number.running && code.map(number.code::equals).orElse(true)
                    && year.map(each -> each == number.year).orElse(true);
        }
    }

    /** Empty where the text is no number and no part of one that says which dossier of the office is meant. */
    public static Optional<Typed> typed(String text) {
        Matcher found = TYPED_PATTERN.matcher(text);
        return found.matches()
                ? Optional
                        .of(new Typed(Optional.ofNullable(found.group(CODE)).map(code -> code.toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(found.group(YEAR)).map(Integer::valueOf),
                                Long.parseLong(found.group(RUNNING))))
                : Optional.empty();
    }

    /** As it is written and said, at least four digits of the running number. */
    public String text() {
        return String.format(Locale.ROOT, "%s-%04d-%04d", code, year, running);
    }
}
