package fr.microcredit.intake.request.domain;

import static fr.microcredit.intake.request.domain.Requested.ON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;

class RequestTest {
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);

    @Test
    void itIsFoundByItsDossierInItsOffice() {
        assertEquals(SENT.about().dossierId().toString(), SENT.key());
        assertEquals("ccas-dijon", SENT.tenant());
        assertEquals("transmitted", SENT.status());
        assertEquals(ON, SENT.day(), "the day it was opened");
    }

    /** What is told late does not make the newest step older. */
    @Test
    void theNewestStepStaysTheNewest() {
        Request later = SENT.at(Stage.AMENDED, ON.plusDays(3));
        assertEquals(ON.plusDays(3), later.lastOn());
        assertEquals(ON.plusDays(3), later.at(Stage.TRANSMITTED, ON.plusDays(1)).lastOn());
    }

    @Test
    void aDraftAsksForNothingAndIsWrittenAnew() {
        Content nothing = new Content(Optional.empty(), Optional.empty(), Optional.empty(), Consents.NONE);
        Decision.Accepted<Request, RequestEvent> opened = RequestRules
                .open(Requested.at(Stage.DRAFT, 0, false).about(), Requested.REGISTRATION,
                        Requested.born("1980-05-04"), nothing, ON)
                .orThrow(RefusedException::new);
        assertEquals(Stage.DRAFT, opened.state().stage());
        assertEquals(0, opened.state().revision());
        assertEquals(List.of(new RequestEvent.Opened()), opened.events());
        assertThrows(IllegalStateException.class, () -> opened.state().asked());
        Content whole = Requested.content(Consents.NONE);
        LocalDate next = ON.plusDays(1);
        Decision.Accepted<Request, RequestEvent> changed = RequestRules
                .change(opened.state(), opened.state().about(), Requested.born("1980-05-04"), whole, next)
                .orThrow(RefusedException::new);
        assertEquals(whole, changed.state().content());
        assertEquals(next, changed.state().lastOn());
        assertEquals(List.of(), changed.events());
    }
}
