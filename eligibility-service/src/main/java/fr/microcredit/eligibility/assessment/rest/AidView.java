package fr.microcredit.eligibility.assessment.rest;

import java.util.Locale;

import fr.microcredit.eligibility.scheme.domain.OtherAid;

/**
 * Something else the territory offers.
 *
 * @param kind           {@code statutory}, {@code grant}, {@code reimbursable_advance} or {@code other_loan}
 * @param moreFavourable whether it comes before a loan
 */
public record AidView(String aidId, String kind, String name, boolean moreFavourable, String source) {
    public static AidView of(OtherAid aid, Locale language) {
        return new AidView(aid.aidId(), aid.kind().name().toLowerCase(Locale.ROOT),
                language.equals(Locale.ENGLISH) ? aid.nameEn() : aid.nameFr(), aid.moreFavourable(), aid.source());
    }
}
