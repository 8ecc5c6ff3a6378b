package fr.microcredit.eligibility.editing.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.Altered;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** What the second person reads before a version is published: every rule that is another one, and no other. */
class SchemeComparisonTest {
    private static final Scheme RUNNING = Files.scheme("dijon-demonstration-1");

    @Test
    void theSameVersionChangesNothing() {
        assertEquals(List.of(), SchemeComparison.changedRules(RUNNING, Files.scheme("dijon-demonstration-1")));
        assertEquals(List.of(),
                SchemeComparison.changedRules(RUNNING, Altered.copy(RUNNING, "version", "dijon-demonstration-2")));
    }

    @Test
    void anotherValueOrAnotherSourceIsAnotherRule() {
        Clause<BigDecimal> rate = RUNNING.loan().bankRate();
        Scheme dearer = Altered.copy(RUNNING, "loan/bankRate", Clause.stated(new BigDecimal("4.50"), rate.source()));
        assertEquals(List.of("loan/bankRate"), SchemeComparison.changedRules(RUNNING, dearer));
        Scheme reread = Altered.copy(RUNNING, "loan/bankRate", Clause.stated(rate.required(), "convention de 2008"));
        assertEquals(List.of("loan/bankRate"), SchemeComparison.changedRules(RUNNING, reread));
    }

    /** In the order of the file, so that the reader finds them. */
    @Test
    void theDemonstrationClosesWhatDijonLeavesOpen() {
        assertEquals(
                List.of("loan/bankRate", "loan/personalGuarantor", "access/difficulty", "access/personCapCents",
                        "support/banks", "support/guarantees", "support/subsidy", "support/rebate"),
                SchemeComparison.changedRules(Files.scheme("dijon-2007"), RUNNING));
    }
}
