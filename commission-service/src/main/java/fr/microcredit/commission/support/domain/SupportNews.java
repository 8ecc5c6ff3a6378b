package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import fr.microcredit.commission.support.domain.Repaid.Payer;
import fr.microcredit.commission.support.domain.Support.End;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** What events of the office and of the bank make of what is known; whatever comes first, and however often. */
public final class SupportNews {
    private SupportNews() {
    }

    /** With whom the newest event is about. */
    public static Support heard(Support support, About about, LocalDate on) {
        return support.heard(about, on);
    }

    /** A request is asked for once; one whose instalments are paid meanwhile, or whose loan has ended, has lapsed at once. */
    public static Support asked(Support support, SupportRequest request) {
        return support.request(request.id()).isPresent() ? support : support.with(request);
    }

    public static Support paid(Support support, int number, Payer payer, Money amount, LocalDate on) {
        return support.repaid(support.repaid().paid(number, payer, amount, on));
    }

    /** @param applied principal and interest of due instalments in it */
    public static Support received(Support support, int line, Payer payer, Money applied, LocalDate on) {
        return support.repaid(support.repaid().received(line, payer, applied, on));
    }

    /** @param due instalments that were due by then: all of them are paid before principal is */
    public static Support prepaid(Support support, int due) {
        return support.repaid(support.repaid().upTo(due));
    }

    /** A loan that was reported repaid by a slip goes on. */
    public static Support corrected(Support support, int line, int instalmentsPaid, Money outstanding) {
        Support right = support.repaid(support.repaid().corrected(line, instalmentsPaid));
        return outstanding.isPositive() ? right.goingOn(End.REPAID) : right;
    }

    public static Support ended(Support support, End by) {
        return support.ended(by);
    }

    /** The grants that take another part of the budget than before, each with what it takes now. */
    public static Map<UUID, Money> recounted(Support before, Support after) {
        Map<UUID, Money> changed = new LinkedHashMap<>();
        after.requests().stream().filter(each -> each.ruling().isPresent()).forEach(each -> {
            Money now = after.standing(each).counts();
            Money then = before.request(each.id()).map(known -> before.standing(known).counts()).orElse(Money.ZERO);
            if (!now.equals(then)) {
                changed.put(each.id(), now);
            }
        });
        return changed;
    }
}
