package fr.microcredit.eligibility.scheme.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;

/**
 * Something else the territory offers for a need: a loan comes after what need not be paid back (subsidiarity).
 *
 * @param aidId          in kebab case
 * @param kind           what it is
 * @param nameFr         as people in the territory call it
 * @param nameEn         in English
 * @param moreFavourable whether it would be better for the applicant than a loan: then a person looks first
 * @param conditions     whom it is for, as far as this can be read from a request
 * @param source         where it is written
 */
public record OtherAid(String aidId, Kind kind, String nameFr, String nameEn, boolean moreFavourable,
        Conditions conditions, String source) {

    /** What it is, the most favourable first. */
    public enum Kind {
        STATUTORY, GRANT, REIMBURSABLE_ADVANCE, OTHER_LOAN
    }

    /**
     * All that are given must hold.
     *
     * @param purposes              of the request; empty for any
     * @param maxResourcesPerUcCents resources of a month for each consumption unit (OECD-modified), euro cents
     * @param minUnder14            children under 14
     * @param loneParent            whether one adult is alone with children
     * @param maxAmountCents        asked for, euro cents
     */
    public record Conditions(List<Purpose> purposes, Optional<Long> maxResourcesPerUcCents,
            Optional<Integer> minUnder14, Optional<Boolean> loneParent, Optional<Long> maxAmountCents) {
    }
}
