package fr.microcredit.intake.accompaniment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.accompaniment.domain.LoanReport.Step;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.RequestEvent;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;

class AccompanimentTest {
    private static final Request SENT = Requested.at(Stage.TRANSMITTED, 2, true);
    private static final LocalDate ON = LocalDate.of(2008, 10, 10);

    private static Accompaniment at(LoanStage stage) {
        return new Accompaniment(SENT.about(), 2, stage, Optional.of(ON.plusDays(90)),
                Optional.of(new BankProposal(1, List.of(), List.of())), ON);
    }

    @Test
    void itIsFoundByItsDossierInItsOffice() {
        Accompaniment known = at(LoanStage.BANK_PROPOSED);
        assertEquals(SENT.key(), known.key());
        assertEquals("ccas-dijon", known.tenant());
        assertEquals("bank-proposed", known.status());
        assertEquals(ON, known.day());
        assertEquals(new Accompaniment(SENT.about(), 2, LoanStage.BANK_ACCEPTED, Optional.empty(), Optional.empty(),
                ON.plusDays(1)), known.at(LoanStage.BANK_ACCEPTED, ON.plusDays(1)));
    }

    /** It is told what changes of the applicant as long as it deals with the request. */
    @ParameterizedTest
    @EnumSource(LoanStage.class)
    void aBankHasItUntilItRefusesOrIsRepaid(LoanStage stage) {
        boolean over = EnumSet.of(LoanStage.BANK_REFUSED, LoanStage.REPAID, LoanStage.WRITTEN_OFF, LoanStage.ENDED)
                .contains(stage);
        assertEquals(!over, AccompanimentRules.bankHas(SENT, Optional.of(at(stage))));
        assertEquals(false,
                AccompanimentRules.bankHas(Requested.at(Stage.ELIGIBLE, 2, false), Optional.of(at(stage))));
    }

    @Test
    void aReportIsOfItsDossierRevisionAndDay() {
        assertEquals(new LoanReport(SENT.about(), Step.CONTRACTED, 2, ON, Optional.empty()),
                LoanReport.of(SENT.about(), Step.CONTRACTED, 2, ON));
    }

    /** Between two banks too: it was refused by one and is at none. */
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"AMENDED", "NEEDS_JUDGEMENT", "FOUND_INELIGIBLE"})
    void whatIsBetweenTwoBanksIsGivenUp(Stage stage) {
        Request sentBefore = Requested.at(stage, 3, true);
        Request between = sentBefore.refusedBy("cm-dijon");
        Decision.Accepted<Request, RequestEvent> ended = AfterRefusalRules.giveUp(between, Optional.empty(), ON)
                .orThrow(RefusedException::new);
        assertEquals(Stage.NOT_LENT, ended.state().stage());
        assertEquals(List.of(new RequestEvent.Closed(RequestEvent.Outcome.REFUSED_BY_BANK)), ended.events());
        Request atTheNext = between.with(between.about().at("ce-bourgogne"), between.content());
        assertEquals(false, AfterRefusalRules.giveUp(atTheNext, Optional.empty(), ON).holds());
        assertEquals(false,
                AfterRefusalRules.giveUp(Requested.at(stage, 3, true), Optional.empty(), ON).holds());
        assertEquals(false, AfterRefusalRules.giveUp(between.at(Stage.WITHDRAWN, ON), Optional.empty(), ON).holds());
    }
}
