package fr.microcredit.guarantee.fund;

import java.util.List;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.fund.domain.FundEvent;

/** Tells the other services, in the running transaction. */
public interface FundPublisher {
    Uni<Void> publish(List<FundEvent> events);
}
