package fr.microcredit.guarantee.subsidy.domain;

import java.time.LocalDate;
import java.util.UUID;

import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;

/** A bank's acceptance under a scheme with a subsidy, which asks the office's envelope of the year. */
public record SubsidyRequest(UUID dossierId, String officeId, String bankId, UUID personId, int round,
        LoanFigures figures, EarlyEnd earlyEnd, int reservationDays, LocalDate on) {
}
