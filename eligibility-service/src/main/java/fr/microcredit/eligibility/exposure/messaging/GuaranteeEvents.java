package fr.microcredit.eligibility.exposure.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What is guaranteed, as guarantee-service decides it. */
@ApplicationScoped
class GuaranteeEvents implements EventHandlers {
    private final Exposures exposures;

    GuaranteeEvents(Exposures exposures) {
        this.exposures = exposures;
    }

    record Reserved(Money principal) {
    }

    record Standing(Money outstanding) {
    }

    @Override
    public void register(Subscriptions to) {
        Subscriptions.From guarantee = to.from("guarantee");
        guarantee.on("reserved", Reserved.class, (event, data) -> exposures.put(event.about(), data.principal()));
        List.of("effective", "reduced").forEach(name -> guarantee.on(name, Standing.class,
                (event, data) -> exposures.put(event.about(), data.outstanding())));
        List.of("released", "expired")
                .forEach(name -> guarantee.on(name, event -> exposures.put(event.about(), Money.ZERO)));
    }
}
