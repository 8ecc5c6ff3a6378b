package fr.microcredit.intake.report.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.intake.report.domain.CommissionReport.Ruling;
import fr.microcredit.intake.report.domain.CommissionReport.Verdict;
import fr.microcredit.intake.report.domain.CommissionReportRules.Draft;
import fr.microcredit.intake.request.domain.Request;
import fr.microcredit.intake.request.domain.Requested;
import fr.microcredit.intake.request.domain.Stage;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;

/** When the office writes its report for the commission, and what stays of each text. */
class CommissionReportRulesTest {
    private static final LocalDate ON = Requested.ON;
    private static final Request ASKED = Requested.at(Stage.SUBMITTED, 1, false);
    private static final Set<Stage> OVER = EnumSet.of(Stage.INELIGIBLE, Stage.WITHDRAWN, Stage.NOT_LENT,
            Stage.ABANDONED);

    @Test
    void everyTextStaysWithItsAuthorDayAndRevision() {
        CommissionReport report = written(written(none(), "Premier texte", "agent-1", ON), "Second texte", "agent-2",
                ON.plusDays(3));
        assertEquals(List.of("1 Premier texte agent-1 2008-09-15 1", "2 Second texte agent-2 2008-09-18 1"),
                report.versions().stream().map(each -> each.number() + " " + each.text() + " " + each.author() + " "
                        + each.writtenOn() + " " + each.revision()).toList());
        assertEquals(ON.plusDays(3), report.lastOn());
    }

    @Test
    void theSameTextAgainIsNoVersion() {
        CommissionReport report = written(none(), "Texte", "agent-1", ON);
        assertEquals(Decision.unchanged(report), write(report, ASKED, "Texte", "agent-2", ON.plusDays(1)));
    }

    /** A later text is another version: what was decided on stays as it was read. */
    @Test
    void whatWasDecidedOnAVersionStaysWithIt() {
        Ruling adjourned = ruling(1, Verdict.ADJOURNED, ON.plusDays(1));
        Ruling approved = ruling(2, Verdict.APPROVED, ON.plusDays(9));
        CommissionReport first = CommissionReportRules.ruledOn(written(none(), "Premier", "agent-1", ON), adjourned);
        CommissionReport second = CommissionReportRules
                .ruledOn(written(first, "Second", "agent-1", ON.plusDays(2)), approved);
        assertEquals(List.of(List.of(adjourned), List.of(approved)),
                second.versions().stream().map(CommissionReport.Version::rulings).toList());
        assertSame(second, CommissionReportRules.ruledOn(second, adjourned), "heard again");
        assertEquals(ON.plusDays(2), second.lastOn(), "a decision is no act of the office on it");
    }

    /** For other reasons, once it had read another text: on one day, of one revision. */
    @Test
    void theSameVerdictTwiceInOneSessionStaysWithTheTextItWasMadeOn() {
        Ruling first = ruling(1, Verdict.REFUSED, ON.plusDays(1));
        Ruling second = ruling(2, Verdict.REFUSED, ON.plusDays(1));
        CommissionReport report = CommissionReportRules.ruledOn(written(CommissionReportRules
                .ruledOn(written(none(), "Premier", "agent-1", ON), first), "Second", "agent-1", ON.plusDays(1)),
                second);
        assertEquals(List.of(List.of(first), List.of(second)),
                report.versions().stream().map(CommissionReport.Version::rulings).toList());
        assertSame(report, CommissionReportRules.ruledOn(report, first), "heard again");
    }

    private static Ruling ruling(int decision, Verdict verdict, LocalDate on) {
        return new Ruling(new UUID(0, decision), 1, verdict, on);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void itIsWrittenAsLongAsACommissionMayDecide(Stage stage) {
        boolean written = write(none(), Requested.at(stage, 1, false), "Texte", "agent-1", ON) instanceof Accepted;
        assertEquals(!OVER.contains(stage), written);
    }

    @Test
    void itIsNotWrittenWithoutEnd() {
        CommissionReport report = none();
        for (int version = 1; version <= CommissionReportRules.VERSIONS_MAX; version++) {
            report = written(report, "Texte " + version, "agent-1", ON);
        }
        Refused<?, ?> refused = assertInstanceOf(Refused.class, write(report, ASKED, "Encore", "agent-1", ON));
        assertEquals("report-full", refused.reasons().get(0).code());
    }

    /** Who has read that nothing is written yet can not write over the first version. */
    @Test
    void itIsFoundByItsDossierInItsOffice() {
        CommissionReport report = written(none(), "Texte", "agent-1", ON.plusDays(1));
        assertEquals(ASKED.key(), report.key());
        assertEquals("ccas-dijon", report.tenant());
        assertEquals("written", report.status());
        assertEquals(ON.plusDays(1), report.day());
        assertEquals(1, report.firstVersion());
    }

    private static CommissionReport none() {
        return CommissionReport.none(ASKED.about(), ON);
    }

    private static CommissionReport written(CommissionReport report, String text, String author, LocalDate on) {
        return ((Accepted<CommissionReport, Void>) write(report, ASKED, text, author, on)).state();
    }

    private static Decision<CommissionReport, Void> write(CommissionReport report, Request request, String text,
            String author, LocalDate on) {
        return CommissionReportRules.write(report, request, new Draft(text, author), on);
    }
}
