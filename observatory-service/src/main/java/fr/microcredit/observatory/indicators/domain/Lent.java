package fr.microcredit.observatory.indicators.domain;

/**
 * Loans of a period before secrecy, amounts in cents.
 *
 * @param largest most that one person was lent
 */
public record Lent(String territory, String period, long loans, long persons, long total, long mean, long median,
        long meanTermMonths, long largest) {
}
