package fr.microcredit.intake.catalogue.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.catalogue.KnownSchemes;
import fr.microcredit.intake.catalogue.domain.Scheme;
import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;

/** Learns of schemes from the compacted topic. */
@ApplicationScoped
class SchemeEvents implements EventHandlers {
    private static final String REQUIRED = "required";

    private final KnownSchemes schemes;

    SchemeEvents(KnownSchemes schemes) {
        this.schemes = schemes;
    }

    record Published(String schemeId, String version, LocalDate effectiveOn, String name, LocalDate validFrom,
            Optional<LocalDate> validTo,
            String commission, List<Bank> banks) {
    }

    record Bank(String bankId, String name, LocalDate from, Optional<LocalDate> to) {
    }

    @Override
    public void register(Subscriptions to) {
        to.on("fr.microcredit.scheme.published", 1, Published.class, (event, data) -> learn(data));
    }

    private Uni<Reception> learn(Published data) {
        List<Scheme.Convention> conventions = data.banks().stream()
                .map(bank -> new Scheme.Convention(bank.bankId(), bank.name(), bank.from(), bank.to())).toList();
        return schemes.learn(new Scheme(data.schemeId(), data.version(), data.name(), data.validFrom(), data.validTo(),
                Optional.of(data.effectiveOn()), data.commission().equals(REQUIRED), conventions))
                .replaceWith(Reception.APPLIED);
    }
}
