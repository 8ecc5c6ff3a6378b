package fr.microcredit.guarantee.grant.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

class GrantRulesTest {
    private static final LocalDate ON = LocalDate.of(2008, 7, 1);
    private static final UUID ID = new UUID(0, 1);

    @Test
    void anEndowmentTimesItsMultiplierIsCapacity() {
        Decision<Grant, GrantEvent> decision = GrantRules.endow(ID, "fcs", Money.ofEuros("3900"),
                new BigDecimal("2.5"), ON);
        assertEquals(List.of(new GrantEvent.FundEndowed("fcs", Money.ofEuros("3900"), new BigDecimal("2.5"),
                Money.ofEuros("9750"))), accepted(decision).events());
        assertEquals(List.of(new Posting("guarantor:fcs:endowment", Money.ofEuros("-9750")),
                new Posting("guarantor:fcs:available", Money.ofEuros("9750"))),
                GrantRules.entry(Optional.empty(), accepted(decision).state()).orElseThrow().postings());
        assertEquals("no-capacity", code(GrantRules.endow(ID, "fcs", Money.ofCents(1),
                new BigDecimal("0.5"), ON)));
    }

    @ParameterizedTest
    @CsvSource({"2006, false", "2007, true", "2008, true", "2009, true", "2010, false"})
    void anEnvelopeIsOfAYearWithinReach(int year, boolean holds) {
        assertEquals(holds, GrantRules.grant(ID, "ccas-dijon", year, Money.ofEuros("100"), ON).holds());
    }

    /** 39 000 entered for 3 900: a second entry takes the difference back, unless it has been promised meanwhile. */
    @ParameterizedTest
    @CsvSource({"39000, true", "35100, true", "35099.99, false", "0, false"})
    void aWrongFigureIsAnsweredByASecondEntry(String available, boolean holds) {
        Grant wrong = envelope("39000");
        Decision<Grant, GrantEvent> decision = GrantRules.correct(wrong, Money.ofEuros("3900"),
                Money.ofEuros(available), ON.plusDays(3));
        assertEquals(holds, decision.holds());
        if (holds) {
            Grant right = accepted(decision).state();
            assertEquals(List.of(new Posting("envelope:ccas-dijon:2008:available", Money.ofEuros("-35100")),
                    new Posting("envelope:ccas-dijon:2008:granted", Money.ofEuros("35100"))),
                    GrantRules.entry(Optional.of(wrong), right).orElseThrow().postings());
            assertEquals(1, right.corrections());
        } else {
            assertEquals("already-promised", code(decision));
        }
    }

    @Test
    void tooLittleCanAlwaysBePutRight() {
        Grant wrong = envelope("390");
        Grant right = accepted(GrantRules.correct(wrong, Money.ofEuros("3900"), Money.ZERO, ON)).state();
        assertEquals(Money.ofEuros("3510"), GrantRules.entry(Optional.of(wrong), right).orElseThrow().postings()
                .get(1).amount());
        assertEquals("same-amount", code(GrantRules.correct(right, Money.ofEuros("3900"), Money.ZERO, ON)));
    }

    @Test
    void whatIsToldMakesTheSameGrantAgain() {
        Grant grant = envelope("390");
        assertEquals(grant, GrantRules.given(ID, Optional.empty(),
                new GrantEvent.EnvelopeGranted("ccas-dijon", 2008, Money.ofEuros("390")), ON));
        Accepted<Grant, GrantEvent> corrected = accepted(
                GrantRules.correct(grant, Money.ZERO, Money.ofEuros("390"), ON));
        assertEquals(corrected.state(), GrantRules.given(ID, Optional.of(grant), corrected.events().get(0), ON));
        Accepted<Grant, GrantEvent> fund = accepted(
                GrantRules.endow(ID, "fcs", Money.ofEuros("3900"), new BigDecimal("2.5"), ON));
        assertEquals(fund.state(), GrantRules.given(ID, Optional.empty(), fund.events().get(0), ON));
        assertTrue(GrantRules.entry(Optional.of(grant), grant).isEmpty());
    }

    /** Whoever audits the ledger reads why an entry was made. */
    @Test
    void anEntrySaysWhyItWasMade() {
        Grant envelope = envelope("390");
        Grant fund = accepted(GrantRules.endow(ID, "fcs", Money.ofEuros("3900"), BigDecimal.ONE, ON)).state();
        Grant corrected = envelope.corrected(Money.ofEuros("400"), ON.plusDays(1));
        assertEquals("envelope-granted", GrantRules.entry(Optional.empty(), envelope).orElseThrow().cause());
        assertEquals("fund-endowed", GrantRules.entry(Optional.empty(), fund).orElseThrow().cause());
        assertEquals("grant-corrected", GrantRules.entry(Optional.of(envelope), corrected).orElseThrow().cause());
        assertEquals(ON.plusDays(1), GrantRules.entry(Optional.of(envelope), corrected).orElseThrow().on());
    }

    @Test
    void aYearOutOfReachIsToldWithThoseWithin() {
        assertEquals(new Refused<>(List.of(Reason.invalid("/year", "year-out-of-reach", 2007, 2009))),
                GrantRules.grant(ID, "ccas-dijon", 2010, Money.ofEuros("100"), ON));
    }

    @Test
    void itIsFoundByItsIdentifierWithItsBeneficiary() {
        Grant envelope = envelope("390").corrected(Money.ofEuros("400"), ON.plusDays(1));
        assertEquals(ID.toString(), envelope.key());
        assertEquals("ccas-dijon", envelope.tenant());
        assertEquals("envelope", envelope.status());
        assertEquals(ON, envelope.day(), "sorted by the day it was given on");
    }

    private static Grant envelope(String euros) {
        return accepted(GrantRules.grant(ID, "ccas-dijon", 2008, Money.ofEuros(euros), ON)).state();
    }

    private static Accepted<Grant, GrantEvent> accepted(Decision<Grant, GrantEvent> decision) {
        return (Accepted<Grant, GrantEvent>) decision;
    }

    private static String code(Decision<Grant, GrantEvent> decision) {
        return ((Refused<Grant, GrantEvent>) decision).reasons().get(0).code();
    }
}
