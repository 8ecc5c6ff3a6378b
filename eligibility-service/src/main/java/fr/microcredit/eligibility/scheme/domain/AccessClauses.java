package fr.microcredit.eligibility.scheme.domain;

import java.util.List;
import java.util.Optional;

/**
 * Whom and what the scheme is for.
 *
 * @param residence     how long somebody must have lived in the territory
 * @param purposes      what may be financed
 * @param grounds       why an ordinary loan is out of reach (domain.md A.17)
 * @param difficulty    whether a person judges that the applicant is one the scheme is meant for
 * @param personCapCents most that one person may owe over all guaranteed loans, euro cents (domain.md A.11)
 */
public record AccessClauses(Clause<Residence> residence, Clause<Purposes> purposes, Clause<Grounds> grounds,
        Clause<Boolean> difficulty, Clause<Long> personCapCents) {

    /** @param minMonths 0 where living there is enough */
    public record Residence(int minMonths) {
    }

    /** What a loan is for. */
    public enum Purpose {
        HOUSEHOLD_APPLIANCE, RENTAL_DEPOSIT, DRIVING_LICENCE, VEHICLE, TRAINING, REMOVAL, COMPUTER, HEALTH, HOLIDAY,
        DEBT_CONSOLIDATION, OTHER
    }

    /** Why an ordinary loan is out of reach: refused, other aid does not suffice, or nobody dared to ask. */
    public enum Ground {
        REFUSED_ORDINARY_LOAN, AID_INSUFFICIENT, NOT_ASKED
    }

    /** How purposes are admitted. */
    public enum Policy {
        CLOSED_LIST, UNIVERSAL
    }

    /**
     * @param policy   a closed list, or anything that is not excluded
     * @param admitted of a closed list
     * @param excluded purposes that never do
     * @param judged   a condition on every purpose that a person has to judge, in kebab case
     */
    public record Purposes(Policy policy, List<AdmittedPurpose> admitted, List<Purpose> excluded,
            Optional<String> judged) {
        public Optional<AdmittedPurpose> find(Purpose purpose) {
            return admitted.stream().filter(each -> each.purpose() == purpose).findFirst();
        }
    }

    /** @param judged the condition a person has to judge, such as {@code professional-inclusion} */
    public record AdmittedPurpose(Purpose purpose, Optional<String> judged) {
    }

    /** @param accepted any one of these is enough */
    public record Grounds(List<Ground> accepted) {
    }
}
