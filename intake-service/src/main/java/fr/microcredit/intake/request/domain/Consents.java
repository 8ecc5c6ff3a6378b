package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the applicant has agreed to, each with its day; to withdraw the second changes nothing of the loan.
 *
 * @param transmission    the file may go to the bank named in the request
 * @param incidentReports the bank may tell the office of missed instalments
 */
public record Consents(Optional<LocalDate> transmission, Optional<LocalDate> incidentReports) {
    public static final Consents NONE = new Consents(Optional.empty(), Optional.empty());

    /** Whether the file may be sent on that day; a consent of a later day is none yet. */
    public boolean allowTransmission(LocalDate on) {
        return transmission.filter(given -> !given.isAfter(on)).isPresent();
    }

    /** Whether what the bank tells of that day may be shown to the office. */
    public boolean allowIncidentReports(LocalDate on) {
        return incidentReports.filter(given -> !given.isAfter(on)).isPresent();
    }
}
