package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

import fr.microcredit.kit.money.Money;

/** Coarse classes for statistics, so that no figure of a person leaves the office. */
public record Bands(String age, String income, String household) {
    private static final List<Band> AGES = List.of(new Band(25, "under-25"), new Band(35, "25-34"),
            new Band(45, "35-44"),
            new Band(55, "45-54"), new Band(65, "55-64"));
    private static final List<Band> EUROS = List.of(new Band(600, "under-600"), new Band(900, "600-899"),
            new Band(1200, "900-1199"), new Band(1600, "1200-1599"));
    private static final long CENTS_PER_EURO = 100;

    private record Band(long below, String name) {
    }

    static Bands of(LocalDate birthDate, Household household, Money resources, LocalDate on) {
        return new Bands(band(AGES, Period.between(birthDate, on).getYears(), "65-and-over"),
                band(EUROS, Math.floorDiv(resources.cents(), CENTS_PER_EURO), "1600-and-over"), kind(household));
    }

    private static String band(List<Band> bands, long value, String above) {
        return bands.stream().filter(band -> value < band.below()).map(Band::name).findFirst().orElse(above);
    }

    private static String kind(Household household) {
        boolean children = !household.childBirthDates().isEmpty();
        return switch (household.adults()) {
            case 1 -> children ? "lone-parent" : "single";
            case 2 -> children ? "couple-with-children" : "couple";
            default -> "other";
        };
    }
}
