package fr.microcredit.guarantee.fund.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.guarantee.fund.domain.Guarantee.Part;
import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.fund.domain.Request.Share;
import fr.microcredit.guarantee.ledger.domain.Posting;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.testing.Seeded;

class FundTest {
    private static final LocalDate ON = LocalDate.of(2010, 2, 8);
    private static final Money PLENTY = Money.ofEuros("1000000");

    /** The demonstration's dossier (e): 3 000 over 24 at 4.40 %, after 12 payments 766.47 and 383.23. */
    @Test
    void bothGuarantorsShareTheOutstandingPrincipal() {
        Guarantee reserved = reserve("3000", PLENTY, PLENTY, Money.ZERO).guarantee();
        assertEquals(parts("1500.00", "750.00"), reserved.parts());
        Guarantee effective = Fund.makeEffective(reserved, ON).guarantee();
        Schedule schedule = Schedule.constantInstalments(Money.ofEuros("3000"), 24, Rate.ofPercent("4.40"));
        Change reduced = Fund.reduce(effective, schedule.outstandingAfter(12), ON);
        assertEquals(Money.ofEuros("1532.93"), reduced.guarantee().outstanding());
        assertEquals(parts("766.47", "383.23"), reduced.guarantee().parts());
        assertEquals(Money.ofEuros("-1467.07"), reduced.exposure());
    }

    @ParameterizedTest(name = "national {0}, region {1}, exposure {2}")
    @CsvSource({"1500.00, 750.00, 0, RESERVED, ''", "1499.99, 750.00, 0, DECLINED, capacity-exceeded fcs",
            "1500.00, 749.99, 0, DECLINED, capacity-exceeded region",
            "0, 0, 0.01, DECLINED, capacity-exceeded fcs;capacity-exceeded region;person-cap-exceeded",
            "1500.00, 750.00, 0.01, DECLINED, person-cap-exceeded"})
    void theLastEuroFitsAndEveryReasonIsTold(String national, String region, String exposure, Status status,
            String reasons) {
        Change change = reserve("3000", Money.ofEuros(national), Money.ofEuros(region), Money.ofEuros(exposure));
        assertEquals(status, change.guarantee().status());
        if (change.events().get(0) instanceof FundEvent.Declined declined) {
            assertEquals(reasons, String.join(";", declined.reasons().stream()
                    .map(each -> (each.code() + " " + each.guarantor().orElse("")).trim()).toList()));
            assertTrue(change.entry().isEmpty());
        }
    }

    @Test
    void aLoansWholeLifeMovesEveryCentBack() {
        Seeded.cases(500, random -> {
            Map<String, Money> ledger = new HashMap<>();
            Money principal = Money.ofCents(random.nextLong(30_000, 300_001));
            int months = random.nextInt(5, 37);
            Schedule schedule = Schedule.constantInstalments(principal, months, Rate.ofPercent("4.40"));
            Change change = reserve(principal.toString(), PLENTY, PLENTY, Money.ZERO);
            Money exposure = post(ledger, change);
            change = Fund.makeEffective(change.guarantee(), ON);
            exposure = exposure.plus(post(ledger, change));
            for (int number = 1; number <= months; number++) {
                change = Fund.reduce(change.guarantee(), schedule.outstandingAfter(number), ON);
                exposure = exposure.plus(post(ledger, change));
            }
            exposure = exposure.plus(post(ledger, Fund.release(change.guarantee(), ON)));
            assertEquals(Money.ZERO, exposure);
            ledger.forEach((account, balance) -> assertEquals(Money.ZERO, balance, account));
        });
    }

    @Test
    void whatIsGivenBackOrRunsOutIsFreeAgain() {
        Guarantee reserved = reserve("3000", PLENTY, PLENTY, Money.ZERO).guarantee();
        for (Change change : List.of(Fund.giveBack(reserved, ON), Fund.expire(reserved, ON))) {
            assertEquals(Money.ofEuros("-3000"), change.exposure());
            assertEquals(4, change.entry().orElseThrow().postings().size());
        }
        assertEquals(LocalDate.of(2010, 5, 9), reserved.expiresOn());
    }

    private static Money post(Map<String, Money> ledger, Change change) {
        change.entry().ifPresent(entry -> {
            for (Posting posting : entry.postings()) {
                ledger.merge(posting.account(), posting.amount(), Money::plus);
            }
        });
        return change.exposure();
    }

    private static Change reserve(String principal, Money national, Money region, Money exposure) {
        Request request = new Request(new UUID(0, 1), "udaf-poitiers", "ce-poitou", new UUID(0, 2), 1,
                Money.ofEuros(principal),
                List.of(new Share("fcs", new BigDecimal("0.50")), new Share("region", new BigDecimal("0.25"))),
                Money.ofEuros("3000"), 90, ON);
        assertEquals(2, Fund.accounts(request).size());
        return Fund.reserve(request, Map.of("guarantor:fcs:available", national, "guarantor:region:available", region),
                exposure);
    }

    private static List<Part> parts(String national, String region) {
        return List.of(new Part("fcs", Money.ofEuros(national)), new Part("region", Money.ofEuros(region)));
    }
}
