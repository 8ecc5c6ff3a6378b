package fr.microcredit.eligibility.assessment.domain;

import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.money.Money;

/** What travels with the dossier from its assessment on: the scheme's terms for this amount and term. */
public record FrozenTerms(Scheme scheme, Money amount, int months) {
    public static FrozenTerms of(Case c) {
        return new FrozenTerms(c.scheme(), c.wish().amount(), c.wish().months());
    }
}
