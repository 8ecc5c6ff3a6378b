package fr.microcredit.commission.request.domain;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request.Assessed;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.request.domain.Request.Verdict;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.money.Money;

/** Requests for tests. */
public final class Requested {
    public static final UUID DOSSIER = UUID.randomUUID();
    public static final About ABOUT = About.dossier(DOSSIER, new UUID(0, 1), "ccas-dijon");
    public static final LocalDate ASSESSED = LocalDate.of(2008, 9, 15);

    private Requested() {
    }

    public static Assessed assessed(int revision, Verdict verdict, boolean commission) {
        return new Assessed(revision, verdict, commission, "vehicle", Money.ofEuros("2000"), 24, ASSESSED);
    }

    public static Request of(Status status, Assessed assessed, Optional<UUID> session) {
        return new Request(ABOUT, Optional.of("DIJ-2008-0042"), Optional.of(assessed), 0, settled(status), status,
                session, false, assessed.on());
    }

    /** Of what is approved or refused here. */
    public static final UUID DECISION = new UUID(0, 7);

    /** As it was decided on the first revision, where it was. */
    private static Optional<Settled> settled(Status status) {
        return switch (status) {
            case APPROVED, REFUSED -> Optional.of(new Settled(status, 1, DECISION, ASSESSED));
            case GONE -> Optional.of(Settled.forGood());
            default -> Optional.empty();
        };
    }

    public static Request onAgenda(UUID session) {
        return of(Status.ON_AGENDA, assessed(1, Verdict.ELIGIBLE, true), Optional.of(session));
    }
}
