package fr.microcredit.eligibility.scheme.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.microcredit.eligibility.Files;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Body;
import fr.microcredit.eligibility.scheme.domain.LoanClauses.RateRange;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Bank;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.EarlyEnd;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Method;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Rebate;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Subsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What the other services are told of a version: the figures of domain.md 1.2 and A.2, and no word of its texts. */
class SchemePublishedTest {
    private static final SchemePublished DIJON = SchemePublished.of(Files.scheme("dijon-demonstration-1"));
    private static final SchemePublished REGION = SchemePublished.of(Files.scheme("poitou-charentes-demonstration-1"));

    @Test
    void dijonLendsWithinItsBounds() {
        assertEquals("dijon/dijon-demonstration-1", DIJON.key());
        assertEquals(LocalDate.of(2007, 9, 1), DIJON.validFrom());
        assertEquals(Optional.empty(), DIJON.validTo());
        assertEquals(new Territory(Territory.Level.COMMUNE, List.of("21231")), DIJON.territory());
        assertEquals(new SchemePublished.Amounts(Money.ofEuros("300"), Money.ofEuros("3000")), DIJON.amount());
        assertEquals(new SchemePublished.Months(5, 24), DIJON.termMonths());
        assertEquals(new RateRange(new BigDecimal("1"), new BigDecimal("1")), DIJON.borrowerRate());
        assertEquals(Rate.ofPercent("4.40"), DIJON.bankRate());
        assertEquals(Money.ofEuros("3000"), DIJON.personCap());
    }

    @Test
    void dijonHasACommissionAndAMeetingThatTheOfficeMayWaive() {
        assertEquals(Body.REQUIRED, DIJON.commission());
        assertEquals(Optional.of(90), DIJON.approvalDays());
        assertEquals(Optional.of(true), DIJON.meetingRequired());
        assertEquals(Optional.of(true), DIJON.waiverAllowed());
        assertEquals(90, DIJON.reservationDays());
    }

    @Test
    void dijonsListIsClosedAndEveryGroundIsGoodEnough() {
        assertEquals(List.of(Purpose.HOUSEHOLD_APPLIANCE, Purpose.RENTAL_DEPOSIT, Purpose.DRIVING_LICENCE,
                Purpose.VEHICLE), DIJON.purposes());
        assertEquals(List.of(Ground.REFUSED_ORDINARY_LOAN, Ground.AID_INSUFFICIENT, Ground.NOT_ASKED),
                DIJON.grounds());
        assertEquals(2, DIJON.incomeTest().orElseThrow().periods().size());
    }

    @Test
    void atDijonTheOfficePaysTheDifferenceAndTheNationalFundHalfTheRisk() {
        assertEquals(List.of("cm-dijon", "banque-demonstration"), DIJON.banks().stream().map(Bank::bankId).toList());
        assertEquals(List.of(new Guarantee("fcs", new BigDecimal("0.50"))), DIJON.guarantees());
        assertEquals(Optional.of(new Subsidy(Method.SCHEDULE_DIFFERENCE, EarlyEnd.INTEREST_TO_DATE)), DIJON.subsidy());
        assertEquals(Optional.empty(), DIJON.rebate());
        assertEquals(2_180_000, DIJON.budget().orElseThrow().totalCents());
        assertEquals(90_000, DIJON.budget().orElseThrow().unallocatedCents());
        assertEquals(Optional.empty(), DIJON.followUp());
    }

    @Test
    void theRegionGivesHalfTheInterestBackAndAddsItsShare() {
        assertEquals(List.of(new Guarantee("fcs", new BigDecimal("0.50")),
                new Guarantee("region", new BigDecimal("0.25"))), REGION.guarantees());
        Rebate rebate = REGION.rebate().orElseThrow();
        assertEquals(new BigDecimal("0.50"), rebate.fraction());
        assertEquals(true, rebate.noUnpaid());
        assertEquals(Optional.empty(), REGION.subsidy());
        assertEquals(List.of(), REGION.purposes(), "universal: no list beforehand");
        assertEquals(Rate.ofPercent("4.40"), REGION.bankRate());
    }

    /** domain.md trap 29: what is not stated blocks, and is not passed on as if it were. */
    @ParameterizedTest
    @ValueSource(strings = {"dijon-2007", "reims-2010", "poitou-charentes-2007"})
    void aVersionThatLeavesARateOpenIsNotTold(String version) {
        assertThrows(IllegalStateException.class, () -> SchemePublished.of(Files.scheme(version)));
    }
}
