package fr.microcredit.guarantee.fund.messaging;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.GuaranteeLoan;
import fr.microcredit.guarantee.fund.domain.CallClause;
import fr.microcredit.guarantee.fund.domain.GuaranteeAsking;
import fr.microcredit.guarantee.fund.domain.Share;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the bank reports, as far as the guarantee follows it. */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private static final String ACCEPTED = "accepted";

    private final GuaranteeLoan guarantee;

    BankEvents(GuaranteeLoan guarantee) {
        this.guarantee = guarantee;
    }

    record Decided(int round, String decision, Terms terms) {
    }

    record Disbursed(int round, Terms terms) {
    }

    record Terms(Money amount, Money personCap, Optional<Boolean> personCapJudged, int reservationDays,
            List<Share> guarantees, Optional<String> conventionVersion, Optional<Call> guaranteeCall) {
        record Share(String guarantor, BigDecimal share) {
        }

        record Call(int paymentDays, CallClause.Sharing recoverySharing, Optional<Money> envelope) {
        }

        /** Of terms without a convention there is none; its versions share one envelope. */
        private Optional<CallClause> clause() {
            Optional<String> convention = conventionVersion.map(each -> each.split("/")[0]);
            return guaranteeCall.map(call -> new CallClause(call.paymentDays(), call.recoverySharing(),
                    call.envelope(), convention));
        }
    }

    /** What is owed of the principal after a payment, or when the loan is accelerated. */
    record Owed(Money outstanding) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").on("decided", Decided.class, this::decided).on("finalised", Decided.class, this::decided)
                .on("disbursed", Disbursed.class,
                        (event, data) -> guarantee.disbursed(asking(event, data.round(), data.terms())))
                .on("instalment-paid", Owed.class,
                        (event, data) -> guarantee.repaid(event.about(), data.outstanding(), event.on()))
                .on("payment-received", Owed.class,
                        (event, data) -> guarantee.repaid(event.about(), data.outstanding(), event.on()))
                .on("prepaid", Owed.class,
                        (event, data) -> guarantee.repaid(event.about(), data.outstanding(), event.on()))
                .on("corrected", Owed.class, this::changed).on("deferred", Owed.class, this::changed)
                .on("rescheduled", Owed.class, this::changed)
                .on("accelerated", Owed.class,
                        (event, data) -> guarantee.accelerated(event.about(), data.outstanding(), event.on()))
                .on("withdrawn", event -> guarantee.withdrawn(event.about(), event.on()))
                .on("repaid-in-full", event -> guarantee.ended(event.about(), event.on()));
    }

    private Uni<Void> changed(ReceivedEvent event, Owed data) {
        return guarantee.changed(event.about(), data.outstanding(), event.on());
    }

    private Uni<Void> decided(ReceivedEvent event, Decided data) {
        return data.decision().equals(ACCEPTED)
                ? guarantee.accepted(asking(event, data.round(), data.terms()))
                : guarantee.notAccepted(event.about(), data.round(), event.on());
    }

    private static GuaranteeAsking asking(ReceivedEvent event, int round, Terms terms) {
        return new GuaranteeAsking(event.about(), round, terms.amount(),
                terms.guarantees().stream().map(each -> new Share.Agreed(each.guarantor(), each.share())).toList(),
                terms.personCap(), terms.personCapJudged().orElse(false), terms.reservationDays(), event.on(),
                terms.clause());
    }
}
