package fr.microcredit.commission.concertation;

import java.time.LocalDate;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import fr.microcredit.commission.concertation.domain.Disagreement;
import fr.microcredit.kit.money.Money;

/** Tells the other services, in the running transaction. */
public interface ConcertationPublisher {
    /** What a meeting came to. */
    record Meeting(UUID id, boolean changed, Money amount, int months, LocalDate on) {
    }

    Uni<Void> held(Disagreement disagreement, Meeting meeting);

    Uni<Void> waived(Disagreement disagreement, LocalDate on);
}
