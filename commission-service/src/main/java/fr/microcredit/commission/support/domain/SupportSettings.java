package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/**
 * What an office lets its support commission spend; its own setting, no text gives a number. An office that has set none
 * grants nothing.
 *
 * @param versions in the order of their days; a decision is held against the one of its own day
 */
public record SupportSettings(String officeId, List<Version> versions) implements Aggregate {
    public SupportSettings {
        versions = versions.stream().sorted(Comparator.comparing(Version::from)).toList();
    }

    /** @param from first day it holds; until the next one's */
    public record Version(LocalDate from, Limits limits) {
    }

    /**
     * Of the support commission's money.
     *
     * @param budgetLine       what the office calls it in its budget; told with a grant, names nobody
     * @param yearlyBudget     most of all grants whose day lies in a calendar year
     * @param perDossier       most of all grants for one loan
     * @param perYearAndDossier most of one loan's in a calendar year; empty where only the others hold
     */
    public record Limits(String budgetLine, Money yearlyBudget, Money perDossier, Optional<Money> perYearAndDossier) {
    }

    /** The first ones of an office. */
    public static Decision<SupportSettings, Void> first(String officeId, Limits limits, LocalDate on) {
        return Decision.accepted(new SupportSettings(officeId, List.of(new Version(on, limits))), List.of());
    }

    /** From a day on, in the place of others of the same day. */
    public Decision<SupportSettings, Void> from(Limits limits, LocalDate on) {
        if (on(on).filter(limits::equals).isPresent()) {
            return Decision.unchanged(this);
        }
        Stream<Version> others = versions.stream().filter(each -> !each.from().equals(on));
        return Decision.accepted(new SupportSettings(officeId,
                Stream.concat(others, Stream.of(new Version(on, limits))).toList()), List.of());
    }

    /** Those that hold on a day. */
    public Optional<Limits> on(LocalDate day) {
        return version(day).map(Version::limits);
    }

    public Optional<Version> version(LocalDate day) {
        return versions.stream().filter(each -> !each.from().isAfter(day)).reduce((earlier, later) -> later);
    }

    @Override
    public String key() {
        return officeId;
    }

    @Override
    public String tenant() {
        return officeId;
    }

    @Override
    public String status() {
        return "set";
    }

    @Override
    public LocalDate day() {
        return lastOn();
    }

    @Override
    public LocalDate lastOn() {
        return versions.get(versions.size() - 1).from();
    }
}
