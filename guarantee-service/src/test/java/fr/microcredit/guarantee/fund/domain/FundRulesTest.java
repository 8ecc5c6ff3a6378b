package fr.microcredit.guarantee.fund.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

class FundRulesTest {
    private static final LocalDate ON = LocalDate.of(2010, 2, 8);
    private static final Money PLENTY = Money.ofEuros("1000000");
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "udaf-poitiers").at("ce-poitou");

    /** The demonstration's dossier (e): 3 000 over 24 at 4.40 %, after 12 payments 766.47 and 383.23. */
    @Test
    void bothGuarantorsShareTheOutstandingPrincipal() {
        Played<Guarantee> guarantee = reserved("3000");
        assertEquals(amounts("1500.00", "750.00"), amounts(guarantee));
        guarantee.then(ON, FundRules.takeUp(guarantee.promise()));
        Schedule schedule = Schedule.constantInstalments(Money.ofEuros("3000"), 24, Rate.ofPercent("4.40"));
        guarantee.then(ON, FundRules.repaid(guarantee.promise(), schedule.outstandingAfter(12)));
        assertEquals(Money.ofEuros("1532.93"), guarantee.promise().outstanding());
        assertEquals(amounts("766.47", "383.23"), amounts(guarantee));
        assertEquals(Money.ofEuros("1532.93"), guarantee.exposure());
        assertEquals(Money.ofEuros("766.47"), guarantee.on("guarantor:fcs:effective"));
    }

    @ParameterizedTest(name = "national {0}, region {1}, exposure {2}")
    @CsvSource({"1500.00, 750.00, 0, ''", "1499.99, 750.00, 0, capacity-exceeded fcs",
            "1500.00, 749.99, 0, capacity-exceeded region",
            "0, 0, 0.01, capacity-exceeded fcs;capacity-exceeded region;person-cap-exceeded",
            "1500.00, 750.00, 0.01, person-cap-exceeded"})
    void theLastEuroFitsAndEveryReasonIsTold(String national, String region, String exposure, String reasons) {
        FundEvent event = reserve(asking("3000", false), Money.ofEuros(national), Money.ofEuros(region),
                Money.ofEuros(exposure));
        assertEquals(reasons, event instanceof FundEvent.Declined declined
                ? String.join(";", declined.reasons().stream()
                        .map(each -> (Codes.of(each.code()) + " " + each.guarantor().orElse("")).trim()).toList())
                : "");
        Played<Guarantee> played = new Played<Guarantee>(ABOUT).then(ON, event);
        assertEquals(reasons.isEmpty() ? Status.RESERVED : Status.DECLINED, played.promise().state());
        assertEquals(!reasons.isEmpty(), played.nothingMoved());
    }

    /** A named agent has judged that the loans found are another person's: the fund does not judge again. */
    @Test
    void aMatchThatWasJudgedIsNotDeclinedAgain() {
        assertTrue(reserve(asking("3000", true), PLENTY, PLENTY, PLENTY) instanceof FundEvent.Reserved);
        assertTrue(reserve(asking("3000", true), Money.ZERO, PLENTY, PLENTY) instanceof FundEvent.Declined);
    }

    @Test
    void aLoansWholeLifeMovesEveryCentBack() {
        Seeded.cases(500, random -> {
            Money principal = Money.ofCents(random.nextLong(30_000, 300_001));
            int months = random.nextInt(5, 37);
            Schedule schedule = Schedule.constantInstalments(principal, months, Rate.ofPercent("4.40"));
            Played<Guarantee> guarantee = reserved(principal.toString());
            guarantee.then(ON, FundRules.takeUp(guarantee.promise()));
            for (int number = 1; number <= months; number++) {
                guarantee.then(ON, FundRules.repaid(guarantee.promise(), schedule.outstandingAfter(number)));
            }
            guarantee.then(ON, FundRules.ended(guarantee.promise()));
            assertEquals(Money.ZERO, guarantee.exposure());
            assertEquals(Status.RELEASED, guarantee.promise().state());
            assertTrue(guarantee.nothingMoved());
        });
    }

    @Test
    void whatIsGivenBackOrRunsOutIsFreeAgain() {
        assertEquals(LocalDate.of(2010, 5, 9), reserved("3000").promise().expiresOn().orElseThrow());
        Played<Guarantee> back = reserved("3000");
        back.then(ON, FundRules.giveBack(back.promise()));
        Played<Guarantee> lapsed = reserved("3000");
        lapsed.then(ON, FundRules.expire(lapsed.promise()));
        for (Played<Guarantee> each : List.of(back, lapsed)) {
            assertEquals(Money.ZERO, each.exposure());
            assertTrue(each.nothingMoved());
        }
        assertTrue(lapsed.promise().hasLapsed());
    }

    @Test
    void aFigureThatSaysNothingNewChangesNothing() {
        Played<Guarantee> guarantee = reserved("3000");
        assertEquals(List.of(), FundRules.repaid(guarantee.promise(), Money.ZERO), "not effective yet");
        assertEquals(List.of(), FundRules.ended(guarantee.promise()));
        guarantee.then(ON, FundRules.takeUp(guarantee.promise()));
        assertEquals(List.of(), FundRules.repaid(guarantee.promise(), Money.ofEuros("3000")));
        assertEquals(1, FundRules.repaid(guarantee.promise(), Money.ofEuros("2999.99")).size());
    }

    private static Played<Guarantee> reserved(String principal) {
        return new Played<Guarantee>(ABOUT).then(ON, reserve(asking(principal, false), PLENTY, PLENTY, Money.ZERO));
    }

    private static FundEvent reserve(GuaranteeAsking asking, Money national, Money region, Money exposure) {
        assertEquals(2, FundRules.accounts(asking).size());
        return FundRules.reserve(asking,
                Map.of("guarantor:fcs:available", national, "guarantor:region:available", region), exposure);
    }

    private static GuaranteeAsking asking(String principal, boolean judged) {
        return new GuaranteeAsking(ABOUT, 1, Money.ofEuros(principal),
                List.of(new Share.Agreed("fcs", new BigDecimal("0.50")),
                        new Share.Agreed("region", new BigDecimal("0.25"))),
                Money.ofEuros("3000"), judged, 90, ON, Optional.empty());
    }

    private static List<Money> amounts(String national, String region) {
        return List.of(Money.ofEuros(national), Money.ofEuros(region));
    }

    private static List<Money> amounts(Played<Guarantee> guarantee) {
        return guarantee.promise().shares().stream().map(Share::amount).toList();
    }
}
