package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Convention;

/**
 * With whom a request would be lent: what the directory says of the bank and of the office.
 *
 * @param bank       whose convention is looked at; empty where nobody has chosen a bank, as in a simulation
 * @param convention of that bank under the scheme, ended or not; empty where it has none
 * @param body       the office's entry, ended or not; empty where the directory has none
 */
public record Partners(Optional<ProposedBank> bank, Optional<Convention> convention,
        Optional<AccompanyingBody> body) {
    private static final Partners NONE = new Partners(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A bank that an office proposes.
     *
     * @param since business date on which it was first proposed for this request: a file that was asked of a bank in time runs
     *              on when the bank's convention has ended
     */
    public record ProposedBank(String bankId, LocalDate since) {
    }

    /** The entries of partners, by identifier and version, so that the same can be looked at again. */
    public record Keys(ProposedBank bank, Optional<String> convention, Optional<String> body) {
    }

    /** Nobody has chosen anybody. */
    public static Partners none() {
        return NONE;
    }

    public Optional<Keys> keys() {
        return bank.map(proposed -> new Keys(proposed, convention.map(Convention::key),
                body.map(AccompanyingBody::key)));
    }
}
