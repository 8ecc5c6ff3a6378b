package fr.microcredit.observatory.release.domain;

/**
 * A count before secrecy.
 *
 * @param item    stage, purpose or step counted
 * @param value   number of dossiers, or of days
 * @param persons behind it, each once
 */
public record Counted(String item, long value, long persons) {
    static Counted nothing(String item) {
        return new Counted(item, 0, 0);
    }
}
