package fr.microcredit.guarantee.rebate.messaging;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.RebateInterest;
import fr.microcredit.guarantee.rebate.domain.Conditions;
import fr.microcredit.guarantee.rebate.domain.Rebate;
import fr.microcredit.guarantee.rebate.domain.Rebate.Repayment;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.kit.money.Money;

/** What the bank reports, as far as the rebate follows it. */
@ApplicationScoped
class RepaymentEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.bank.";

    private final RebateInterest rebate;

    RepaymentEvents(RebateInterest rebate) {
        this.rebate = rebate;
    }

    record Disbursed(UUID dossierId, String officeId, String bankId, UUID personId, Terms terms) {
    }

    record Terms(Optional<RebateTerms> rebate) {
    }

    record RebateTerms(String fraction, boolean noUnpaid, boolean noDelay, boolean onRequest,
            Optional<Integer> cureDays) {
    }

    record Repaid(UUID dossierId, LocalDate effectiveOn, long interestPaidByBorrowerCents, int unpaidInstalments,
            long longestDelayDays) {
    }

    record Credited(UUID dossierId, LocalDate effectiveOn) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on(PREFIX + "disbursed", 1, Disbursed.class, (event, data) -> applied(disbursed(data)))
                .on(PREFIX + "repaid-in-full", 1, Repaid.class,
                        (event, data) -> applied(rebate.repaid(data.dossierId(),
                                new Repayment(Money.ofCents(data.interestPaidByBorrowerCents()),
                                        data.unpaidInstalments(),
                                        data.longestDelayDays(), data.effectiveOn()))))
                .on(PREFIX + "rebate-credited", 1, Credited.class,
                        (event, data) -> applied(rebate.credited(data.dossierId(), data.effectiveOn())));
    }

    private Uni<Void> disbursed(Disbursed data) {
        return data.terms().rebate()
                .map(terms -> rebate.hopeFor(new Rebate(data.dossierId(), data.officeId(), data.bankId(),
                        data.personId(), Rebate.Status.HOPED_FOR, conditions(terms), Optional.empty(),
                        Optional.empty())))
                .orElse(Uni.createFrom().voidItem());
    }

    private static Conditions conditions(RebateTerms terms) {
        return new Conditions(new BigDecimal(terms.fraction()), terms.noUnpaid(), terms.noDelay(),
                terms.cureDays().orElse(0), terms.onRequest());
    }

    private static Uni<Reception> applied(Uni<Void> done) {
        return done.replaceWith(Reception.APPLIED);
    }
}
