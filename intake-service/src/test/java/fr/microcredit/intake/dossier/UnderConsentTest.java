package fr.microcredit.intake.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.domain.Verbatim;

/** What of a loan's story an office sees without the applicant's consent to incident reports, and with it. */
class UnderConsentTest {
    private static final LocalDate PAID_OUT = LocalDate.of(2010, 1, 5);
    private static final LocalDate ON = LocalDate.of(2010, 8, 5);

    @ParameterizedTest
    @CsvSource({"bank.instalment-missed, false", "bank.accelerated, false", "bank.claim-filed, false",
            "bank.claim-withdrawn, false", "bank.recovery-received, false", "bank.written-off, false",
            "guarantee.claim-accepted, false", "guarantee.claim-rejected, false", "guarantee.claim-paid, false",
            "guarantee.recovery-shared, false", "bank.instalment-paid, true", "bank.payment-received, true",
            "bank.prepaid, true", "bank.deferred, true", "bank.rescheduled, true", "bank.overpayment-returned, true",
            "bank.corrected, true", "commission.support-granted, true", "commission.support-refused, true"})
    void incidentsAreShownUnderConsentOnly(String type, boolean always) {
        List<Entry> told = List.of(entry(type, ON, "{}"));
        assertEquals(always ? 1 : 0, UnderConsent.shown(told, from(null)).size());
        assertEquals(always ? 1 : 0, UnderConsent.shown(told, from(ON.plusDays(1))).size());
        assertEquals(1, UnderConsent.shown(told, from(ON)).size());
    }

    /** A total speaks of every day since the pay-out. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"bank.corrected, -, false", "bank.corrected, 2010-01-06, false",
            "bank.corrected, 2010-01-05, true", "bank.repaid-in-full, 2010-01-06, false",
            "bank.repaid-in-full, 2010-01-05, true"})
    void totalsOfIncidentsAreShownUnderConsentFromThePayOutOn(String type, LocalDate agreed, boolean shown) {
        List<Entry> told = UnderConsent.shown(List.of(entry("bank.disbursed", PAID_OUT, "{}"),
                entry(type, ON, "{\"instalmentsPaid\":6,\"missedInstalments\":1}")), from(agreed));
        assertEquals(shown ? "{\"instalmentsPaid\":6,\"missedInstalments\":1}" : "{\"instalmentsPaid\":6}",
                told.get(1).data().json());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"written-off, -, false", "written-off, 2010-08-05, true", "repaid, -, true"})
    void aGuaranteeThatEndsDoesNotTellOfALoanThatWasGivenUp(String reason, LocalDate agreed, boolean shown) {
        String data = "{\"round\":1,\"reason\":\"" + reason + "\"}";
        assertEquals(shown ? data : "{\"round\":1}", UnderConsent
                .shown(List.of(entry("guarantee.released", ON, data)), from(agreed)).get(0).data().json());
    }

    private static Consents from(LocalDate agreed) {
        return new Consents(Optional.empty(), Optional.ofNullable(agreed));
    }

    private static Entry entry(String type, LocalDate on, String data) {
        return new Entry(on, Instant.EPOCH, type, Optional.empty(), Optional.empty(), Optional.empty(),
                new Verbatim(data));
    }
}
