package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A request that left the agenda of an open session undecided.
 *
 * @param asked as it was; empty for one that was never assessed
 * @param to    day of the other session it was moved to; empty where it waits for one
 */
public record TakenOff(UUID dossierId, Optional<Ruling.Asked> asked, Optional<LocalDate> to) {
}
