package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who lives together.
 *
 * @param commune         INSEE code of the commune of residence
 * @param adults          the applicant among them, at least 1
 * @param childBirthDates of the children in charge
 * @param residentSince   first day in the territory, where the scheme asks how long the household has lived there
 */
public record Household(String commune, int adults, List<LocalDate> childBirthDates,
        Optional<LocalDate> residentSince) {
    /** Age from which a person weighs like an adult in the OECD-modified scale. */
    private static final int AGE_OF_AN_ADULT_WEIGHT = 14;

    public int personsFrom14(LocalDate on) {
        return adults + childBirthDates.size() - personsUnder14(on);
    }

    public int personsUnder14(LocalDate on) {
        return (int) childBirthDates.stream().filter(birth -> birth.plusYears(AGE_OF_AN_ADULT_WEIGHT).isAfter(on))
                .count();
    }

    /** Whole months of residence, never below 0. */
    public Optional<Integer> residenceMonths(LocalDate on) {
        return residentSince.map(since -> Math.max(0, Math.toIntExact(ChronoUnit.MONTHS.between(since, on))));
    }

    public boolean isLoneParent() {
        return adults == 1 && !childBirthDates.isEmpty();
    }
}
