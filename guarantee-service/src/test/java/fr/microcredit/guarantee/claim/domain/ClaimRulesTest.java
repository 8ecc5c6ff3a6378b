package fr.microcredit.guarantee.claim.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.guarantee.claim.domain.Claim.RejectionReason;
import fr.microcredit.guarantee.claim.domain.Claim.Status;
import fr.microcredit.guarantee.fund.domain.CallClause;
import fr.microcredit.guarantee.fund.domain.CallClause.Sharing;
import fr.microcredit.guarantee.fund.domain.FundRules;
import fr.microcredit.guarantee.fund.domain.Guarantee;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.money.Money;

/** How a claim is filed, decided and paid (domain.md A.9, 6.2); a loan of 2,400 of which 1,623.29 is owed. */
class ClaimRulesTest {
    private static final CallClause HALF = Lent.clause(Sharing.HALF_TO_GUARANTORS);
    private static final Guarantee LOAN = Lent.inDefault("2400", "1623.29", "fcs 0.50 region 0.25", HALF).promise();
    private static final LocalDate IN_TIME = Lent.FILED.plusDays(15);
    private static final LocalDate LATE = Lent.FILED.plusDays(16);

    private static List<String> codes(Decision<Claim, ClaimEvent> decision) {
        return decision instanceof Decision.Refused<Claim, ClaimEvent> refused
                ? refused.reasons().stream().map(Reason::code).toList()
                : List.of();
    }

    private static Claim done(Decision<Claim, ClaimEvent> decision) {
        return decision.orThrow(RefusedException::new).state();
    }

    private static Claim accepted() {
        return done(ClaimRules.accept(Lent.claim(1, LOAN, "1623.29"), Lent.at(LOAN)));
    }

    /** The shares are of one base, exact to the cent, and the remainder is the bank's. */
    @ParameterizedTest(name = "{0}, {1}: {2}, {3}, the bank {4}")
    @CsvSource({"1623.29, fcs 0.50 region 0.25, 811.65, 405.82, 405.82",
            "2006.63, fcs 0.50 region 0.25, 1003.32, 501.66, 501.65", "0.01, fcs 0.50 region 0.25, 0.01, 0.00, 0.00",
            "2000, fcs 0.50 region 0.25, 1000.00, 500.00, 500.00", "1532.93, fcs 0.50, 766.47, , 766.46"})
    void sharesAreOfTheSameBase(String base, String shares, String fcs, String region, String bank) {
        Guarantee guarantee = Lent.inDefault("3000", "2006.63", shares, HALF).promise();
        Claim claim = Lent.claim(1, guarantee, base);
        assertEquals(Money.ofEuros(fcs), claim.parts().get(0).amount());
        assertEquals(region == null ? 1 : 2, claim.parts().size());
        assertEquals(Optional.ofNullable(region).map(Money::ofEuros),
                claim.parts().stream().skip(1).map(Part::amount).findFirst());
        assertEquals(Money.ofEuros(bank), claim.bankKeeps());
        ClaimEvent.Accepted event = (ClaimEvent.Accepted) ClaimRules.accept(claim, Lent.at(guarantee))
                .orThrow(RefusedException::new).events().get(0);
        assertEquals(claim.shares(), event.shares());
        assertEquals(Money.ofEuros(bank), event.bankKeeps());
    }

    @Test
    void theGuarantorsPayWithinTheDaysOfTheConvention() {
        Claim claim = Lent.claim(1, LOAN, "1623.29");
        assertEquals(Status.FILED, claim.state());
        assertEquals(IN_TIME, claim.payBy());
        assertEquals(List.of(), claim.objections());
        assertEquals("region", claim.tenant(), "the Region decides");
        assertEquals(List.of("decision"), ClaimRules.possible(claim));
        assertEquals(List.of("payments"), ClaimRules.possible(accepted()));
    }

    /** Nothing refuses by itself: what speaks against it is listed, and what leaves nothing to pay can not be accepted. */
    @Test
    void whatSpeaksAgainstAClaimIsListed() {
        Guarantee sound = Lent.effective("2400", "fcs 0.50 region 0.25", HALF).promise();
        assertBarred(Lent.claim(1, sound, "1623.29"), Lent.at(sound), Objection.NOT_IN_DEFAULT);
        assertBarred(Lent.claim(1, LOAN, "1623.30"), Lent.at(LOAN), Objection.ABOVE_OUTSTANDING);
        assertBarred(Lent.claim(1, LOAN, "0"), Lent.at(LOAN), Objection.NOTHING_LEFT);
        Circumstances nobody = new Circumstances(Optional.empty(), List.of(), Money.ZERO, Lent.FILED);
        Claim unguaranteed = ClaimRules.filed(Optional.empty(), Lent.ABOUT, new UUID(7, 1),
                Lent.filing("1623.29", CallClause.silent(Optional.empty())), nobody);
        assertEquals(List.of(), unguaranteed.parts());
        assertEquals(List.of(Objection.NOT_GUARANTEED, Objection.CONVENTION_SILENT), unguaranteed.objections());
        assertEquals(List.of("claim-not-covered"), codes(ClaimRules.accept(unguaranteed, nobody)));
        assertEquals(Status.REJECTED, done(ClaimRules.reject(unguaranteed, List.of(RejectionReason.NOT_GUARANTEED),
                Lent.FILED)).state());
    }

    private static void assertBarred(Claim claim, Circumstances at, Objection objection) {
        assertEquals(List.of(objection), claim.objections());
        assertEquals(List.of("claim-not-covered"), codes(ClaimRules.accept(claim, at)));
    }

    /** A person weighs documents. */
    @Test
    void missingDocumentsAreShownAndLeftToTheFundManager() {
        Filing thin = new Filing(Money.ofEuros("1623.29"), Money.ZERO, Money.ZERO, Lent.everyKind().subList(0, 3),
                Lent.FILED, HALF);
        Claim claim = ClaimRules.filed(Optional.empty(), Lent.ABOUT, new UUID(7, 1), thin, Lent.at(LOAN));
        assertEquals(List.of(Objection.DOCUMENTS_MISSING), claim.objections());
        assertEquals(Status.ACCEPTED, done(ClaimRules.accept(claim, Lent.at(LOAN))).state());
    }

    @ParameterizedTest
    @EnumSource(value = Guarantee.Status.class, names = {"EFFECTIVE", "IN_DEFAULT"}, mode = EnumSource.Mode.EXCLUDE)
    void onlyAGuaranteeThatAnswersIsCalled(Guarantee.Status state) {
        Guarantee other = new Guarantee(LOAN.about(), 1, state, LOAN.principal(), LOAN.outstanding(), LOAN.shares(),
                Optional.empty(), Lent.FILED, LOAN.clause(), Optional.empty());
        assertBarred(Lent.claim(1, other, "1623.29"), Lent.at(other), Objection.NOT_GUARANTEED);
    }

    /** One open claim a loan: the second waits until the first has come to nothing. */
    @Test
    void ofTwoClaimsTheFirstIsDecidedFirst() {
        Claim first = Lent.claim(1, LOAN, "1623.29");
        Claim second = Lent.claim(2, LOAN, "1623.29", first);
        assertEquals(List.of(Objection.ANOTHER_CLAIM), second.objections());
        assertEquals(List.of("claim-not-covered"), codes(ClaimRules.accept(second, Lent.at(LOAN, first))));
        assertTrue(ClaimRules.accept(first, Lent.at(LOAN, second)).holds());
        Claim rejected = done(ClaimRules.reject(first, List.of(RejectionReason.DOCUMENTS_MISSING), LATE));
        Claim again = ClaimRules.seenAgain(second, Optional.of(LOAN), List.of(rejected));
        assertEquals(List.of(), again.objections());
        assertTrue(ClaimRules.accept(again, Lent.at(LOAN, rejected)).holds());
        assertEquals(List.of("claim-not-covered"), codes(ClaimRules.accept(again, Lent.at(LOAN, accepted()))));
    }

    @Test
    void aClaimIsDecidedOnce() {
        Claim accepted = accepted();
        assertEquals(Decision.unchanged(accepted), ClaimRules.accept(accepted, Lent.at(LOAN)));
        List<RejectionReason> reasons = List.of(RejectionReason.FILED_TOO_LATE);
        assertEquals(List.of("claim-stage"), codes(ClaimRules.reject(accepted, reasons, LATE)));
        Claim filed = Lent.claim(1, LOAN, "1623.29");
        assertEquals(List.of("reason-required"), codes(ClaimRules.reject(filed, List.of(), LATE)));
        Claim rejected = done(ClaimRules.reject(filed, reasons, LATE));
        assertEquals(Decision.unchanged(rejected), ClaimRules.reject(rejected, reasons, LATE));
        assertEquals(List.of("claim-stage"),
                codes(ClaimRules.reject(rejected, List.of(RejectionReason.OTHER), LATE)));
        assertEquals(List.of("claim-stage"), codes(ClaimRules.accept(rejected, Lent.at(LOAN))));
        assertEquals(List.of("claim-stage"), codes(ClaimRules.pay(rejected, "fcs", LATE)));
        Claim withdrawn = ClaimRules.withdrawn(filed, LATE);
        assertEquals(Status.WITHDRAWN, withdrawn.state());
        assertEquals(List.of("claim-stage"), codes(ClaimRules.accept(withdrawn, Lent.at(LOAN))));
        assertEquals(accepted, ClaimRules.withdrawn(accepted, LATE), "what is decided is not taken back");
    }

    @Test
    void eachGuarantorPaysItsShareOnceInAnyOrder() {
        Claim one = done(ClaimRules.pay(accepted(), "region", IN_TIME));
        assertEquals(Status.ACCEPTED, one.state());
        assertEquals(Decision.unchanged(one), ClaimRules.pay(one, "region", IN_TIME));
        assertEquals(List.of("share-already-paid"), codes(ClaimRules.pay(one, "region", LATE)));
        assertEquals(List.of("not-a-guarantor"), codes(ClaimRules.pay(one, "somebody", IN_TIME)));
        assertEquals(List.of("claim-stage"),
                codes(ClaimRules.pay(Lent.claim(1, LOAN, "1623.29"), "fcs", IN_TIME)));
        ClaimEvent told = ClaimRules.pay(one, "fcs", IN_TIME.minusDays(1)).orThrow(RefusedException::new).events()
                .get(0);
        assertEquals(new ClaimEvent.Paid(one.id(), "fcs", Money.ofEuros("811.65")), told);
        assertEquals(Status.PAID, done(ClaimRules.pay(one, "fcs", IN_TIME.minusDays(1))).state());
    }

    @ParameterizedTest(name = "decided after {0} days, paid after {1}: late {2}")
    @CsvSource({"15, 15, false", "16, 16, true", "10, 16, true"})
    void whatComesLateHoldsAndIsShown(int decided, int paid, boolean late) {
        Circumstances at = new Circumstances(Optional.of(LOAN), List.of(), Money.ZERO, Lent.FILED.plusDays(decided));
        Claim claim = done(ClaimRules.accept(Lent.claim(1, LOAN, "1623.29"), at));
        assertEquals(late, done(ClaimRules.pay(claim, "fcs", Lent.FILED.plusDays(paid))).isLate());
    }

    /** 1,217.47 is called of 1,623.29; the parties meet when more than half of the envelope is called. */
    @ParameterizedTest(name = "{1} called of {0}: {2}, the parties meet {3}")
    @CsvSource({"5000, 0, '', false", "2434.94, 0, '', false", "2434.93, 0, '', true", "5000, 1282.53, '', false",
            "5000, 1282.54, '', true", "5000, 3782.53, '', true", "5000, 3782.54, call-envelope-exceeded, false",
            "1217.46, 0, call-envelope-exceeded, false", "1217.47, 0, '', true"})
    void callsStayWithinTheConventionsEnvelope(String envelope, String called, String code, boolean meet) {
        Guarantee loan = Lent.inDefault("2400", "1623.29", "fcs 0.50 region 0.25", Lent.within(envelope)).promise();
        Circumstances at = new Circumstances(Optional.of(loan), List.of(), Money.ofEuros(called), IN_TIME);
        Decision<Claim, ClaimEvent> decision = ClaimRules.accept(Lent.claim(1, loan, "1623.29"), at);
        assertEquals(code.isEmpty() ? List.of() : List.of(code), codes(decision));
        if (code.isEmpty()) {
            Decision.Accepted<Claim, ClaimEvent> accepted = decision.orThrow(RefusedException::new);
            assertEquals(meet, ((ClaimEvent.Accepted) accepted.events().get(0)).partiesMeet());
            assertEquals(meet, accepted.state().verdict().orElseThrow().partiesMeet());
        }
    }

    /** Recovered between the filing and the decision: it lowers the base, once, and the shares with it. */
    @Test
    void whatIsRecoveredBeforeTheDecisionLowersTheBase() {
        Claim filed = Lent.claim(1, LOAN, "1623.29");
        Decision.Accepted<Claim, ClaimEvent> lower = ClaimRules.recovered(filed, Lent.recovery(1, "123.29"),
                Money.ofEuros("1500"), IN_TIME);
        assertEquals(List.of(), lower.events());
        Claim claim = ClaimRules.recovered(lower.state(), Lent.recovery(1, "123.29"), Money.ZERO, IN_TIME).state();
        assertEquals(Money.ofEuros("1500"), claim.base());
        assertEquals(Money.ofEuros("750"), claim.parts().get(0).amount());
        assertEquals(Money.ofEuros("1623.29"), claim.filing().orElseThrow().base(), "what was claimed stays readable");
        ClaimEvent.Accepted told = (ClaimEvent.Accepted) ClaimRules.accept(claim, Lent.at(LOAN))
                .orThrow(RefusedException::new).events().get(0);
        assertEquals(List.of(Lent.recovery(1, "123.29")), told.recoveries());
        Claim nothing = ClaimRules.recovered(claim, Lent.recovery(2, "1600"), Money.ZERO, IN_TIME).state();
        assertEquals(Money.ZERO, nothing.base());
        assertEquals(List.of("claim-not-covered"), codes(ClaimRules.accept(nothing, Lent.at(LOAN))));
    }

    @Test
    void whatIsOverTakesNoRecovery() {
        Claim rejected = done(ClaimRules.reject(Lent.claim(1, LOAN, "1623.29"), List.of(RejectionReason.OTHER), LATE));
        assertEquals(rejected,
                ClaimRules.recovered(rejected, Lent.recovery(1, "10"), Money.ZERO, LATE).state());
    }

    /** The bank's filing is read again after what was decided on it. */
    @Test
    void aDecisionThatIsReadAgainBeforeTheFilingIsCompletedByIt() {
        Claim decided = accepted();
        Claim alone = new ClaimEvent.Accepted(decided.id(), decided.base(), decided.shares(), decided.bankKeeps(),
                decided.payBy(), HALF.convention(), false, List.of())
                .onto(new ClaimEvent.Before(Optional.empty(), Optional.of(LOAN), Lent.ABOUT, decided.lastOn())).claim();
        assertEquals(Optional.empty(), alone.filing());
        assertEquals(alone, ClaimRules.recovered(alone, Lent.recovery(1, "10"), Money.ZERO, LATE).state(),
                "recovered before the filing: counted in the base");
        Guarantee called = LOAN.called(decided.id(), decided.lastOn());
        assertEquals(decided, ClaimRules.filed(Optional.of(alone), Lent.ABOUT, decided.id(),
                Lent.filing("1623.29", HALF), Lent.at(called)));
        assertEquals(decided, ClaimRules.filed(Optional.of(decided), Lent.ABOUT, decided.id(),
                Lent.filing("999", HALF), Lent.at(called)), "told twice");
    }

    @Test
    void aLoanThatIsWrittenOffLeavesItsClaimToDecide() {
        Claim filed = Lent.claim(1, LOAN, "1623.29");
        assertTrue(ClaimRules.writtenOff(filed).isWrittenOff());
        assertTrue(ClaimRules.accept(ClaimRules.writtenOff(filed), Lent.at(LOAN)).holds());
        assertFalse(ClaimRules.writtenOff(accepted()).isWrittenOff());
        assertEquals(List.of(), FundRules.inDefault(LOAN, LATE).stream().toList());
    }
}
