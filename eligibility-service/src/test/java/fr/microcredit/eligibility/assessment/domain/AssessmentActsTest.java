package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.eligibility.assessment.domain.AssessmentActs.Act;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.money.Money;

/** Every act on every rule of an assessment: what is named as possible changes something, and nothing else does. */
class AssessmentActsTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 16);
    private static final String JUDGED = "professional-inclusion";

    /** An assessment, and the rules its scheme lets a person set aside. */
    record Standing(Assessment assessment, List<String> allowed) {
    }

    static Stream<Standing> standings() {
        Assessment waiting = JudgementTest.assessment(Request.atDijon().purpose("vehicle"));
        Assessment failing = JudgementTest
                .assessment(Request.atDijon().purpose("vehicle").asking(Money.ofEuros("3000.01"), 24));
        List<Assessment> all = new ArrayList<>(List.of(JudgementTest.assessment(Request.atDijon()), waiting, failing,
                accepted(AssessmentRules.judge(waiting, JUDGED, Result.PASS, ON)),
                accepted(AssessmentRules.judge(waiting, JUDGED, Result.FAIL, ON)),
                accepted(AssessmentRules.judge(failing, JUDGED, Result.PASS, ON)),
                accepted(AssessmentRules.override(failing, "amount", List.of("amount"), ON)),
                accepted(AssessmentRules.confirm(failing, ON)),
                JudgementTest.assessment(Request.at("dijon-2007", "2008-09-15", "21231"))));
        return all.stream().flatMap(each -> Stream.of(List.<String>of(), List.of("amount"), List.of(JUDGED))
                .map(allowed -> new Standing(each, allowed)));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void whatIsNamedChangesSomethingAndNothingElseDoes(Standing standing) {
        Assessment assessment = standing.assessment();
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            boolean changes = assessment.outcomes().stream()
                    .anyMatch(outcome -> decide(act, standing,
                            outcome.rule()) instanceof Accepted<Assessment, AssessmentEvent> accepted
                            && !accepted.state().equals(assessment));
            if (changes) {
                possible.add(act);
            }
        }
        assertEquals(possible, Set.copyOf(AssessmentActs.of(assessment, standing.allowed())));
    }

    private static Decision<Assessment, AssessmentEvent> decide(Act act, Standing standing, String rule) {
        return switch (act) {
            case JUDGEMENTS -> AssessmentRules.judge(standing.assessment(), rule, Result.PASS, ON);
            case OVERRIDES -> AssessmentRules.override(standing.assessment(), rule, standing.allowed(), ON);
            case CONFIRMATION -> AssessmentRules.confirm(standing.assessment(), ON);
        };
    }

    private static Assessment accepted(Decision<Assessment, AssessmentEvent> decision) {
        return ((Accepted<Assessment, AssessmentEvent>) decision).state();
    }
}
