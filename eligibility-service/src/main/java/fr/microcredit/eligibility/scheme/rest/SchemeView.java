package fr.microcredit.eligibility.scheme.rest;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.SchemeVersion;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Verbatim;

/**
 * A version of a scheme.
 *
 * @param sha256        of the file as it was written
 * @param publishedOn   business date, absent of a draft
 * @param blockingRules open rules that keep a draft from being published
 * @param states        how far the texts go, rule by rule: {@code stated}, {@code none}, {@code open}, {@code judged}
 * @param file          the file as it was written, where it was asked for
 */
public record SchemeView(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
        String sha256, LocalDate uploadedOn, Optional<LocalDate> publishedOn, List<String> blockingRules,
        Map<String, String> states, Optional<Verbatim> file) {

    public static SchemeView of(SchemeVersion version) {
        return of(version, Optional.empty());
    }

    static SchemeView withFile(SchemeVersion version) {
        return of(version, Optional.of(new Verbatim(version.document())));
    }

    private static SchemeView of(SchemeVersion version, Optional<Verbatim> file) {
        Scheme scheme = version.scheme();
        Map<String, String> states = new LinkedHashMap<>();
        scheme.clauses().forEach(
                (rule, clause) -> states.put(rule, clause.state().name().toLowerCase(Locale.ROOT)));
        return new SchemeView(scheme.schemeId(), scheme.version(), scheme.name(), scheme.validFrom(),
                scheme.validTo(), version.sha256(), version.uploadedOn(),
                version.publishedOn(), scheme.blockingRules(), states, file);
    }
}
