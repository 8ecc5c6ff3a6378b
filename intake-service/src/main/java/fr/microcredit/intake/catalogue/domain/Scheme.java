package fr.microcredit.intake.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an office needs to know of a published version of a scheme.
 *
 * @param publishedOn business date of its publication; requests of earlier days are not judged by it
 */
public record Scheme(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
        LocalDate publishedOn, boolean commissionRequired, List<Convention> conventions) {

    /** A bank's convention and its time. */
    public record Convention(String bankId, String name, LocalDate from, Optional<LocalDate> to) {
        boolean livesOn(LocalDate day) {
            return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    public boolean hasBegun(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isBefore(publishedOn);
    }

    public boolean lasts(LocalDate day) {
        return validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean hasConventionWith(String bankId, LocalDate day) {
        return conventions.stream().anyMatch(each -> each.bankId().equals(bankId) && each.livesOn(day));
    }
}
