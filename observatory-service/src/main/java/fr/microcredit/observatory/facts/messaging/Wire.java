package fr.microcredit.observatory.facts.messaging;

import java.time.LocalDate;
import java.util.UUID;

/** The fields of other services' events that the observatory uses. */
final class Wire {
    private Wire() {
    }

    /** What every event carries. */
    interface Event {
        UUID dossierId();

        String officeId();

        UUID personId();

        LocalDate effectiveOn();
    }

    record Plain(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn) implements Event {
    }

    record Asked(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, String schemeId, String purpose,
            long amountCents) implements Event {
    }

    record Assessed(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, String verdict)
            implements
                Event {
    }

    record Decided(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, String decision)
            implements
                Event {
    }

    record Disbursed(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, Terms terms)
            implements
                Event {
    }

    record Terms(long amountCents, int termMonths) {
    }

    record Instalment(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, long outstandingCents)
            implements
                Event {
    }

    record Amount(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, long amountCents)
            implements
                Event {
    }

    record Accrued(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, long accruedCents)
            implements
                Event {
    }

    record Reserved(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, long principalCents)
            implements
                Event {
    }
}
