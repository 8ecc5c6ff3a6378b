package fr.microcredit.bank.file.domain;

import java.util.Optional;

import fr.microcredit.kit.money.Money;

/**
 * What an acceptance has asked for and not got, or not kept.
 *
 * @param reason    code: of who has declined it, or {@code expired}
 * @param guarantor whose capacity does not suffice
 * @param amount    that was asked for: principal to guarantee, subsidy to bear
 */
public record Shortfall(Of of, String reason, Optional<String> guarantor, Money amount) {
    static final String EXPIRED = "expired";

    /** What it is missing of. */
    public enum Of {
        GUARANTEE, SUBSIDY
    }
}
