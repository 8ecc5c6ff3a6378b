package fr.microcredit.guarantee.rebate.messaging;

import java.math.BigDecimal;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.rebate.RebateInterest;
import fr.microcredit.guarantee.rebate.domain.Conditions;
import fr.microcredit.guarantee.rebate.domain.Repayment;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the bank reports, as far as the rebate follows it. */
@ApplicationScoped
class BankEvents implements EventHandlers {
    private final RebateInterest rebate;

    BankEvents(RebateInterest rebate) {
        this.rebate = rebate;
    }

    record Disbursed(Terms terms) {
    }

    record Terms(Optional<Rebate> rebate) {
        record Rebate(BigDecimal fraction, boolean noUnpaid, boolean noDelay, boolean onRequest,
                Optional<Integer> cureDays) {
            Conditions conditions() {
                return new Conditions(fraction, noUnpaid, noDelay, cureDays.orElse(0), onRequest);
            }
        }
    }

    @Override
    public void register(Subscriptions to) {
        to.from("bank").on("disbursed", Disbursed.class, this::disbursed)
                .on("repaid-in-full", Repayment.class,
                        (event, data) -> rebate.repaid(event.about(), data, event.on()))
                .on("withdrawn", event -> rebate.lost(event.about(), event.on()))
                .on("claim-filed", event -> rebate.lost(event.about(), event.on()))
                .on("written-off", event -> rebate.lost(event.about(), event.on()))
                .on("rebate-credited", event -> rebate.credited(event.about(), event.on()));
    }

    private Uni<Void> disbursed(ReceivedEvent event, Disbursed data) {
        return data.terms().rebate().map(terms -> rebate.hopeFor(event.about(), terms.conditions(), event.on()))
                .orElse(Uni.createFrom().voidItem());
    }
}
