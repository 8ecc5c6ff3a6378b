package fr.microcredit.intake.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.microcredit.intake.agent.domain.Agent;
import fr.microcredit.intake.timeline.StandIns.Noted;
import fr.microcredit.intake.timeline.Timeline.Entry;
import fr.microcredit.kit.domain.Verbatim;

/** In whose place somebody has acted. */
class StandInsTest {
    private static final Agent ALIX = new Agent("alix", Optional.of("Alix Exemple"));
    private static final Agent SACHA = new Agent("sacha", Optional.of("Sacha Exemple"));
    private static final Agent MAXIME = new Agent("maxime", Optional.empty());

    @Test
    void itIsThatOfTheAgentWhoHadTheDossierThen() {
        List<Entry> told = StandIns.told(List.of(
                noted("dossier.opened", ALIX, null),
                noted("eligibility.assessed", null, null),
                noted("dossier.submitted", SACHA, null, ALIX),
                noted("dossier.amended", SACHA, null, MAXIME),
                noted("dossier.entrusted", SACHA, MAXIME, ALIX),
                noted("dossier.amended", SACHA, null, ALIX),
                noted("dossier.withdrawn", SACHA, null, ALIX, MAXIME)));
        assertEquals(List.of("", "", "alix", "", "alix", "", "maxime"), told.stream()
                .map(entry -> entry.insteadOf().map(Agent::subject).orElse("")).toList());
    }

    private static Noted noted(String type, Agent by, Agent to, Agent... away) {
        return new Noted(new Entry(LocalDate.of(2026, 7, 1), Instant.EPOCH, type, Optional.ofNullable(by),
                Optional.empty(), Optional.ofNullable(to), new Verbatim("{}")), List.of(away));
    }
}
