package fr.microcredit.eligibility.directory.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who takes requests in and accompanies persons: an office of the platform (domain.md A.16).
 *
 * @param id        the office's, as tokens name it
 * @param type      which kind of body it is
 * @param territory INSEE codes of communes it serves, or the first characters for whole departments
 * @param schemeIds schemes under which it works (domain.md A.20)
 */
public record AccompanyingBody(String id, String version, LocalDate from, Optional<LocalDate> to, String source,
        String name, Type type, List<String> territory, List<String> schemeIds) implements Entry {
    public AccompanyingBody {
        territory = List.copyOf(territory);
        schemeIds = List.copyOf(schemeIds);
    }

    /** Kinds of bodies that accompany borrowers. */
    public enum Type {
        CCAS, CIAS, ASSOCIATION, DEPARTMENT
    }

    @Override
    public Kind kind() {
        return Kind.ACCOMPANYING_BODY;
    }

    public boolean worksUnder(String schemeId) {
        return schemeIds.contains(schemeId);
    }

    /** @param commune INSEE code */
    public boolean serves(String commune) {
        return territory.stream().anyMatch(commune::startsWith);
    }
}
