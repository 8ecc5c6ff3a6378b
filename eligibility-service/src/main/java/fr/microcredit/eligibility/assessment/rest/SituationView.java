package fr.microcredit.eligibility.assessment.rest;

import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.LeftToLive;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.kit.money.Money;

/**
 * The household's month in figures, as it was declared and assessed; amounts in cents. A file number stands for the person.
 *
 * @param commune         INSEE code
 * @param age             of the applicant
 * @param heads           everyone counts one
 * @param resources       benefits included
 * @param charges         incompressible ones
 * @param loanInstalments of existing loans
 * @param existingDebt    outstanding of existing loans
 * @param resteAVivre     what is left
 */
public record SituationView(String commune, Optional<Integer> age, int heads, int personsFrom14, int personsUnder14,
        boolean loneParent, Money resources, Money charges, Money loanInstalments, Money existingDebt,
        boolean overIndebted, Optional<Integer> residenceMonths, ResteAVivre resteAVivre) {
    /**
     * @param beforeLoan        below zero where charges and loans exceed resources
     * @param largestInstalment of the loan asked for; left out where it can not be spread, as is {@code withLoan}
     * @param withLoan          in its dearest month
     */
    public record ResteAVivre(Money beforeLoan, Optional<Money> largestInstalment, Optional<Money> withLoan) {
        static ResteAVivre of(LeftToLive left) {
            return new ResteAVivre(left.before(), left.largestInstalment(), left.after());
        }
    }

    static SituationView of(Case subject) {
        Situation s = subject.situation();
        LeftToLive left = LeftToLive.of(subject);
        return new SituationView(s.commune(), s.age(), left.heads(), s.personsFrom14(), s.personsUnder14(),
                s.loneParent(), s.resources(), s.charges(), s.loanInstalments(), s.existingDebt(), s.overIndebted(),
                s.residenceMonths(), ResteAVivre.of(left));
    }
}
