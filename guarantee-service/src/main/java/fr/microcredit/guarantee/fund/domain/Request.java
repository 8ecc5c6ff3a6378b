package fr.microcredit.guarantee.fund.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * A bank's acceptance, which asks for a guarantee.
 *
 * @param round           number of the bank's decision
 * @param personCap       most that one person may have outstanding, all guaranteed loans together
 * @param reservationDays how long the guarantee stays reserved
 */
public record Request(UUID dossierId, String officeId, String bankId, UUID personId, int round, Money principal,
        List<Share> shares, Money personCap, int reservationDays, LocalDate on) {

    /** A guarantor's share of the outstanding principal. */
    public record Share(String guarantor, BigDecimal fraction) {
    }
}
