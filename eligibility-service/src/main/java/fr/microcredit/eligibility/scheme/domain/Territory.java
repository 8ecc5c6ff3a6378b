package fr.microcredit.eligibility.scheme.domain;

import java.util.List;

/**
 * Where a scheme applies. Two schemes of one level never share a commune at one time; a commune's own scheme, its
 * department's, the Region's and a national frame may stand side by side.
 *
 * @param level whose scheme it is
 * @param codes INSEE codes of communes, or their first two characters for whole departments; empty for the country
 */
public record Territory(Level level, List<String> codes) {

    /** Whose scheme it is, the smallest first. */
    public enum Level {
        COMMUNE, DEPARTMENT, REGION, NATIONAL
    }

    /** @param commune INSEE code */
    public boolean covers(String commune) {
        return level == Level.NATIONAL || codes.stream().anyMatch(commune::startsWith);
    }

    /** Whether some commune belongs to both and both are of one level. */
    public boolean claimsPartOf(Territory other) {
        return level == other.level && (level == Level.NATIONAL || codes.stream()
                .anyMatch(mine -> other.codes.stream().anyMatch(theirs -> mine.startsWith(theirs)
                        || theirs.startsWith(mine))));
    }
}
