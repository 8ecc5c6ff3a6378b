package fr.microcredit.commission.session;

import java.time.LocalDate;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** What no session has decided yet, of all offices. */
public interface Unheard {
    /** Since when the oldest of them has been ready, on an agenda or on none. */
    Uni<Optional<LocalDate>> oldest();
}
