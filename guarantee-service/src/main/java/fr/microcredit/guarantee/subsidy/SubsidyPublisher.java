package fr.microcredit.guarantee.subsidy;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent;

/** Tells the other services, in the running transaction. */
public interface SubsidyPublisher {
    Uni<Void> publish(List<SubsidyEvent> events);
}
