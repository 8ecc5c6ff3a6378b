package fr.microcredit.intake.catalogue.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.event.TopicOrder;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** Learns of schemes, conventions and banks from the compacted topics, which hold every version. */
@ApplicationScoped
class SchemeEvents implements EventHandlers {
    private final KnownSchemes schemes;

    SchemeEvents(KnownSchemes schemes) {
        this.schemes = schemes;
    }

    record Published(String schemeId, String version, String name, LocalDate validFrom, Optional<LocalDate> validTo,
            String commission, List<Scheme.Convention> banks) {
    }

    record ConventionPublished(String id, String version, LocalDate from, Optional<LocalDate> to, String bankId,
            String schemeId) {
    }

    record BankPublished(String id, String version, LocalDate from, List<String> territories) {
    }

    @Override
    public void register(Subscriptions to) {
        to.from("scheme", TopicOrder.LATEST).on("published", Published.class, this::learn);
        to.from("directory", TopicOrder.LATEST).on("convention-published", ConventionPublished.class, this::agreed)
                .on("bank-published", BankPublished.class, this::lends);
    }

    private Uni<Void> learn(ReceivedEvent event, Published data) {
        return schemes.learn(new Scheme(data.schemeId(), data.version(), data.name(), data.validFrom(),
                data.validTo(), event.on(), data.commission().equals("required"), data.banks(), List.of()));
    }

    private Uni<Void> lends(ReceivedEvent event, BankPublished data) {
        return schemes.learn(new Scheme.Lender(data.id(), data.version(), data.from(), data.territories(),
                event.on()));
    }

    private Uni<Void> agreed(ReceivedEvent event, ConventionPublished data) {
        return schemes.learn(new Scheme.Agreement(data.id(), data.version(), data.bankId(), data.schemeId(),
                data.from(), data.to(), event.on()));
    }
}
