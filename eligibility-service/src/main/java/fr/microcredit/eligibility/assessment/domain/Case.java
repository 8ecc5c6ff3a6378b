package fr.microcredit.eligibility.assessment.domain;

import fr.microcredit.eligibility.scheme.domain.Parameters;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** All that a rule may look at. */
public record Case(Scheme scheme, Parameters parameters, Situation situation, Wish wish) {
}
