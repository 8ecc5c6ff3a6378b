package fr.microcredit.eligibility.scheme.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How versions and schemes stand beside each other in time and place. A later version ends an earlier one that was left
 * open; nothing else may overlap.
 */
public final class Succession {
    private Succession() {
    }

    /** What a new version would collide with. */
    public static List<Finding> check(Scheme fresh, List<Scheme> published) {
        List<Finding> findings = new ArrayList<>();
        for (Scheme other : published) {
            if (other.schemeId().equals(fresh.schemeId())) {
                checkTime(fresh, other, findings);
            } else if (other.territory().claimsPartOf(fresh.territory()) && meet(fresh, other, published)) {
                findings.add(Finding.at("/territory/codes", "commune-claimed", other.schemeId()));
            }
        }
        return findings;
    }

    private static void checkTime(Scheme fresh, Scheme other, List<Finding> findings) {
        boolean ends = other.validTo().isEmpty() && other.validFrom().isBefore(fresh.validFrom());
        if (!ends && overlap(fresh.validFrom(), fresh.validTo(), other.validFrom(), other.validTo())) {
            findings.add(Finding.at("/validFrom", "overlaps-version", other.version()));
        }
    }

    private static boolean meet(Scheme fresh, Scheme other, List<Scheme> published) {
        return overlap(fresh.validFrom(), fresh.validTo(), other.validFrom(), lastDay(other, published));
    }

    /** Last day on which a published version applies, the next version of its scheme considered. */
    public static Optional<LocalDate> lastDay(Scheme version, List<Scheme> published) {
        Optional<LocalDate> next = published.stream()
                .filter(each -> each.schemeId().equals(version.schemeId())
                        && each.validFrom().isAfter(version.validFrom()))
                .map(Scheme::validFrom).min(Comparator.naturalOrder()).map(day -> day.minusDays(1));
        return version.validTo().isPresent() ? version.validTo() : next;
    }

    private static boolean overlap(LocalDate from, Optional<LocalDate> to, LocalDate otherFrom,
            Optional<LocalDate> otherTo) {
        boolean beginsInTime = to.map(last -> !otherFrom.isAfter(last)).orElse(true);
        boolean otherLasts = otherTo.map(last -> !last.isBefore(from)).orElse(true);
        return beginsInTime && otherLasts;
    }
}
