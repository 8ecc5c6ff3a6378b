package fr.microcredit.commission.concertation.domain;

import static fr.microcredit.commission.request.domain.Requested.ABOUT;
import static fr.microcredit.commission.request.domain.Requested.ASSESSED;
import static fr.microcredit.commission.request.domain.Requested.DOSSIER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.commission.concertation.domain.ConcertationRules.Outcome;
import fr.microcredit.commission.concertation.domain.Disagreement.Status;
import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Requested;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.money.Money;

/** What is kept of a bank's disagreement. */
class DisagreementTest {
    private static final LocalDate ON = ASSESSED.plusDays(20);
    private static final Disagreement OPEN = ConcertationRules.disagreed(ABOUT.at("cm-dijon"), 2, ON,
            Optional.empty());

    /** The bank's last word may be told after the meeting it is older than. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void whatIsToldLateMakesTheNewestStepNoOlder(int days, int newest) {
        Disagreement settled = ConcertationRules.settled(OPEN, ON.plusDays(days));
        assertEquals(Status.SETTLED, settled.state());
        assertEquals(ON.plusDays(newest), settled.lastOn());
        assertEquals(ON, settled.disagreedOn());
    }

    /** That the request itself does not fit is no change of the meeting's that failed. */
    @Test
    void whatTheMeetingWasAboutIsNotMetAboutAgain() {
        Outcome lower = new Outcome(new UUID(0, 7), Optional.of(Money.ofEuros("1800")), Optional.empty(),
                new ConcertationRules.Minutes(List.of(), Optional.empty()));
        Request first = request(1, Request.Verdict.ELIGIBLE);
        Disagreement met = ((Decision.Accepted<Disagreement, ConcertationEvent>) ConcertationRules.meet(OPEN, first,
                lower, ON)).state();
        assertEquals(false, ConcertationRules.isDue(met, request(1, Request.Verdict.INELIGIBLE)));
        assertEquals(true, ConcertationRules.isDue(met, request(2, Request.Verdict.INELIGIBLE)));
        assertEquals(false, ConcertationRules.isDue(met, request(2, Request.Verdict.ELIGIBLE)));
    }

    /** After a final refusal another bank has a meeting of its own. */
    @Test
    void itIsFoundByItsDossierAndBankInItsOffice() {
        assertEquals(DOSSIER + "/cm-dijon", OPEN.key());
        assertEquals(OPEN.key(), Disagreement.keyOf(DOSSIER, "cm-dijon"));
        assertEquals("ccas-dijon", OPEN.tenant());
        assertEquals("open", OPEN.status());
        assertEquals(ON, ConcertationRules.settled(OPEN, ON.plusDays(9)).day(), "sorted by the bank's word");
    }

    private static Request request(int revision, Request.Verdict verdict) {
        return Requested.of(Request.Status.APPROVED, Requested.assessed(revision, verdict, true), Optional.empty());
    }
}
