package fr.microcredit.observatory.indicators.domain;

/**
 * A count before secrecy.
 *
 * @param territory {@code region} or an office
 * @param period    such as {@code 2008} or {@code 2008-Q3}
 * @param item      stage, purpose or step counted
 * @param value     number of dossiers, or of days
 * @param persons   behind it, each once
 */
public record Counted(String territory, String period, String item, long value, long persons) {
}
