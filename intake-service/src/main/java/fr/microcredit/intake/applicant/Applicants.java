package fr.microcredit.intake.applicant;

import java.time.YearMonth;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.applicant.domain.Applicant;

/** Who asks, apart from what is asked for; every method sees the running tenant's rows only. */
public interface Applicants {
    Uni<Void> put(String dossierId, String officeId, Applicant applicant);

    /** Empty where the person was erased. */
    Uni<Optional<Applicant>> find(String dossierId);

    /** The same, asked for at once and waited for where the inner result is used. */
    Uni<Uni<Optional<Applicant>>> asked(String dossierId);

    /**
     * Who hands a request in.
     *
     * @param openElsewhereSince month since which another office has an open request of the same person; nothing else of it
     *                           is told
     */
    record HandingIn(Applicant applicant, Optional<YearMonth> openElsewhereSince) {
    }

    /** The same, with a look at the other offices: for the moment when a request is handed in, and for nothing else. */
    Uni<Uni<Optional<HandingIn>>> handingIn(String dossierId);
}
