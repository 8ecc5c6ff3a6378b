package fr.microcredit.guarantee.claim.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.money.Money;

/** What speaks against a claim. Nothing of it refuses the claim: a fund manager reads it and decides. */
public enum Objection {
    /** There is no guarantee, or it has ended: nothing can be paid. */
    NOT_GUARANTEED(true),
    /** The bank has not accelerated the loan. */
    NOT_IN_DEFAULT(true),
    /** Another claim on the loan was filed before and stands. */
    ANOTHER_CLAIM(true),
    /** More is claimed than the guarantors answer for. */
    ABOVE_OUTSTANDING(true),
    /** Everything claimed was recovered meanwhile. */
    NOTHING_LEFT(true),
    /** Of contract, table, reminder and follow-up log not each is there. */
    DOCUMENTS_MISSING(false),
    /** The convention says nothing of a call: the platform's values hold. */
    CONVENTION_SILENT(false);

    private final boolean barring;

    Objection(boolean barring) {
        this.barring = barring;
    }

    /** Whether it leaves nothing to accept as long as it holds. */
    public boolean isBarring() {
        return barring;
    }

    /** @param others claims on the same loan */
    static List<Objection> to(Claim claim, Optional<Guarantee> guarantee, List<Claim> others) {
        List<Objection> found = new ArrayList<>(toTheGuarantee(claim.base(), guarantee));
        if (others.stream().anyMatch(Objection::standsBefore)) {
            found.add(ANOTHER_CLAIM);
        }
        if (claim.isOpen() && !claim.base().isPositive()) {
            found.add(NOTHING_LEFT);
        }
        if (claim.filing().filter(Filing::isComplete).isEmpty()) {
            found.add(DOCUMENTS_MISSING);
        }
        if (guarantee.flatMap(Guarantee::clause).isEmpty()) {
            found.add(CONVENTION_SILENT);
        }
        return found;
    }

    private static List<Objection> toTheGuarantee(Money base, Optional<Guarantee> guarantee) {
        if (guarantee.filter(Guarantee::answers).isEmpty()) {
            return List.of(NOT_GUARANTEED);
        }
        Guarantee answering = guarantee.get();
        List<Objection> found = new ArrayList<>();
        if (answering.state() != Guarantee.Status.IN_DEFAULT) {
            found.add(NOT_IN_DEFAULT);
        }
        if (!answering.outstanding().isAtLeast(base)) {
            found.add(ABOVE_OUTSTANDING);
        }
        return found;
    }

    /** One that has called the guarantors, or that waits since before. */
    private static boolean standsBefore(Claim other) {
        return other.isCalled() || other.isOpen() && !other.objections().contains(ANOTHER_CLAIM);
    }
}
