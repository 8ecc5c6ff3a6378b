package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Claim;
import fr.microcredit.bank.loan.domain.ClaimAnswers;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Store;

/** Notes what the guarantors answer to a claim; early where the claim is not known yet. */
@ApplicationScoped
public class FollowClaim {
    private final Reactions reactions;
    private final Store<Loan> loans;

    FollowClaim(Reactions reactions, Store<Loan> loans) {
        this.reactions = reactions;
        this.loans = loans;
    }

    public Uni<Reception> accepted(About about, UUID claimId, LocalDate payBy, LocalDate on) {
        return answered(about, claimId, on, claim -> claim.accepted(payBy));
    }

    public Uni<Reception> rejected(About about, UUID claimId, List<String> reasons, LocalDate on) {
        return answered(about, claimId, on, claim -> claim.rejected(reasons));
    }

    public Uni<Reception> paid(About about, UUID claimId, Claim.Paid share) {
        return answered(about, claimId, share.on(), claim -> claim.paid(share));
    }

    private Uni<Reception> answered(About about, UUID claimId, LocalDate on, UnaryOperator<Claim> answer) {
        return reactions.whenReady(loans, Loan.keyOf(about.dossierId(), about.bank()), on,
                known -> known.flatMap(loan -> ClaimAnswers.answered(loan, claimId, answer))
                        .map(loan -> new Accepted<>(loan, List.of())));
    }
}
