package fr.microcredit.eligibility.scheme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** The schemes and parameters this release ships. */
@ApplicationScoped
public class SchemeLibrary {
    private final List<Scheme> schemes;
    private final Parameters parameters;

    SchemeLibrary(SchemeFiles files) {
        this.schemes = files.schemes();
        this.parameters = files.parameters();
    }

    public List<Scheme> all() {
        return schemes;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** The version that applies on the day. */
    public Optional<Scheme> find(String schemeId, LocalDate day) {
        return schemes.stream().filter(scheme -> scheme.schemeId().equals(schemeId) && scheme.appliesOn(day))
                .max(Comparator.comparing(Scheme::validFrom));
    }
}
