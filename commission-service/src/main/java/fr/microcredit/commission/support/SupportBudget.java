package fr.microcredit.commission.support;

import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.support.domain.LimitRules.Used;
import fr.microcredit.kit.money.Money;

/** What offices' support commissions have granted, as it counts against their budgets. */
public interface SupportBudget {
    /** By what whoever decides on an office's money of a year waits for the others. */
    static String lock(String officeId, int year) {
        return "support-budget/" + officeId + "/" + year;
    }

    /** @param dossierId whose own part is looked for besides */
    Uni<Used> used(String officeId, int year, UUID dossierId);

    /**
     * Whose money of which year.
     *
     * @param counts what it takes of the budget now: not its amount where it was paid before it was decided on
     */
    record Granted(UUID request, String officeId, UUID dossierId, int year, Money amount, Money counts) {
    }

    Uni<Void> granted(Granted grant);

    /** What grants count from now on. */
    Uni<Void> recount(Map<UUID, Money> grants);
}
