package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.promise.domain.Asking;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/**
 * A bank's acceptance, which asks for a guarantee.
 *
 * @param personCap       most that one person may have outstanding, all guaranteed loans together
 * @param capJudged       whether a named agent has judged that the other loans are another person's
 * @param reservationDays how long the guarantee stays reserved
 * @param clause          what the convention says of a call, where it says anything
 */
public record GuaranteeAsking(About about, int round, Money principal, List<Share.Agreed> shares, Money personCap,
        boolean capJudged, int reservationDays, LocalDate on, Optional<CallClause> clause) implements Asking {
    @Override
    public boolean asksForAny() {
        return !shares.isEmpty();
    }
}
