package fr.microcredit.intake.catalogue.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an office needs to know of a published version of a scheme.
 *
 * @param publishedOn business date of its publication; requests of earlier days are not judged by it
 * @param conventions the banks that the scheme lists
 * @param agreements  what those banks have agreed on, as the directory has it, in the order of publication
 * @param lenders     where those banks lend, as the directory has it, in the order of publication
 */
public record Scheme(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
        LocalDate publishedOn, boolean commissionRequired, List<Convention> conventions,
        List<Agreement> agreements, List<Lender> lenders) {
    /** As far as it stands in the scheme itself, and what banks have agreed on. */
    public Scheme(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
            LocalDate publishedOn, boolean commissionRequired, List<Convention> conventions,
            List<Agreement> agreements) {
        this(schemeId, version, name, validFrom, validTo, publishedOn, commissionRequired, conventions, agreements,
                List.of());
    }

    /** A bank as the scheme lists it. */
    public record Convention(String bankId, String name, LocalDate from, Optional<LocalDate> to) {
        boolean livesOn(LocalDate day) {
            return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /**
     * A version of a bank's convention under a scheme.
     *
     * @param publishedOn business date of its publication
     */
    public record Agreement(String id, String version, String bankId, String schemeId, LocalDate from,
            Optional<LocalDate> to, LocalDate publishedOn) {
        private boolean isKnownOn(LocalDate day) {
            return !day.isBefore(from) && !day.isBefore(publishedOn);
        }

        private boolean holdsOn(LocalDate day) {
            return to.map(last -> !day.isAfter(last)).orElse(true);
        }
    }

    /**
     * A version of a bank's entry.
     *
     * @param territories INSEE codes of communes or of departments where it lends; empty for the whole country
     * @param publishedOn business date of its publication
     */
    public record Lender(String bankId, String version, LocalDate from, List<String> territories,
            LocalDate publishedOn) {
        private boolean isKnownOn(LocalDate day) {
            return !day.isBefore(from) && !day.isBefore(publishedOn);
        }

        /** @param commune INSEE code, which begins with that of its department */
        private boolean lendsIn(String commune) {
            return territories.isEmpty() || territories.stream().anyMatch(commune::startsWith);
        }
    }

    public boolean hasBegun(LocalDate day) {
        return !day.isBefore(validFrom) && !day.isBefore(publishedOn);
    }

    public boolean lasts(LocalDate day) {
        return validTo.map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean hasConventionWith(String bankId, LocalDate day) {
        return conventions.stream().anyMatch(each -> each.bankId().equals(bankId) && each.livesOn(day))
                && isStillAgreedWith(bankId, day);
    }

    /** Whether the bank takes what was filed in time, whatever the scheme's list says since. */
    public boolean isStillAgreedWith(String bankId, LocalDate day) {
        return agreed(bankId, day).filter(each -> each.holdsOn(day)).isPresent();
    }

    /** The last day on which it takes anything, as it is known on the day. */
    public Optional<LocalDate> lastDayWith(String bankId, LocalDate day) {
        return agreed(bankId, day).flatMap(Agreement::to);
    }

    /** The version with the latest beginning; of two with one beginning the one that was published last. */
    private Optional<Agreement> agreed(String bankId, LocalDate day) {
        return agreements.stream().filter(each -> each.bankId().equals(bankId) && each.isKnownOn(day))
                .reduce((first, later) -> later.from().isBefore(first.from()) ? first : later);
    }

    /** Everywhere where the directory does not say where: accounts are made before the Region publishes. */
    public boolean isLentBy(String bankId, String commune, LocalDate day) {
        return lenders.stream().filter(each -> each.bankId().equals(bankId) && each.isKnownOn(day))
                .reduce((first, later) -> later.from().isBefore(first.from()) ? first : later)
                .map(lender -> lender.lendsIn(commune)).orElse(true);
    }

    public Scheme with(List<Agreement> found) {
        return new Scheme(schemeId, version, name, validFrom, validTo, publishedOn, commissionRequired, conventions,
                found, lenders);
    }

    public Scheme lentBy(List<Lender> found) {
        return new Scheme(schemeId, version, name, validFrom, validTo, publishedOn, commissionRequired, conventions,
                agreements, found);
    }
}
