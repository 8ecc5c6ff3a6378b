package fr.microcredit.bank.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.loan.domain.Heard;
import fr.microcredit.bank.loan.domain.Heard.DeferralAsked;
import fr.microcredit.bank.loan.domain.Heard.Promise;
import fr.microcredit.bank.loan.domain.Loan;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Store;

/** Notes what office and support commission tell of a loan; early where the loan is not known yet. */
@ApplicationScoped
public class FollowOffice {
    private final Reactions reactions;
    private final Store<Loan> loans;

    FollowOffice(Reactions reactions, Store<Loan> loans) {
        this.reactions = reactions;
        this.loans = loans;
    }

    public Uni<Reception> deferralAsked(About about, DeferralAsked asked) {
        return heard(about, asked.on(), heard -> heard.asking(asked));
    }

    public Uni<Reception> promised(About about, Promise promise) {
        return heard(about, promise.on(), heard -> heard.promising(promise));
    }

    /** The support commission has refused, or has taken a grant back. */
    public Uni<Reception> notPromised(About about, UUID requestId, LocalDate on) {
        return heard(about, on, heard -> heard.withdrawing(requestId));
    }

    /** @param from day of the decision on over-indebtedness */
    public Uni<Reception> paymentsStopped(About about, LocalDate from, LocalDate on) {
        return heard(about, on, heard -> heard.stopped(from));
    }

    private Uni<Reception> heard(About about, LocalDate on, UnaryOperator<Heard> more) {
        return reactions.whenReady(loans, Loan.keyOf(about.dossierId(), about.bank()), on,
                known -> known.map(loan -> new Accepted<>(loan.hearing(more.apply(loan.heard())), List.of())));
    }
}
