package fr.microcredit.intake.accompaniment.domain;

import java.util.List;
import java.util.Optional;

import fr.microcredit.intake.request.domain.Funding.Share;
import fr.microcredit.kit.money.Money;

/**
 * How a bank would go on where guarantee or subsidy were declined or have run out.
 *
 * @param round      of the bank's decision
 * @param guarantees under which it would lend
 * @param lost       what was asked for and not got, or not kept
 */
public record BankProposal(int round, List<Share> guarantees, List<Shortfall> lost) {
    public BankProposal {
        guarantees = List.copyOf(guarantees);
        lost = List.copyOf(lost);
    }

    /**
     * @param reason    code of who has declined it, or {@code expired}
     * @param guarantor whose capacity does not suffice
     * @param amount    that was asked for
     */
    public record Shortfall(Of of, String reason, Optional<String> guarantor, Money amount) {
    }

    /** What it is missing of. */
    public enum Of {
        GUARANTEE, SUBSIDY
    }
}
