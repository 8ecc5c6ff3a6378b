package fr.microcredit.observatory.release.domain;

/**
 * Loans of a year before secrecy, amounts in cents.
 *
 * @param largest most that one person was lent
 */
public record Lent(long loans, long persons, long total, long mean, long median, long meanTermMonths, long largest) {
}
