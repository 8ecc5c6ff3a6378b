package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.money.Money;

/** What is left to live on (domain.md A.4), also where no rule asks. */
class LeftToLiveTest {
    /** 1 500 over 18 months at 1 %: 83.99 a month, and 84.08 in the last. */
    @Test
    void theDearestMonthCounts() {
        LeftToLive left = LeftToLive.of(Request.atDijon().household(2, 1, false).resources(Money.ofEuros("1500"))
                .charges(Money.ofEuros("640")).owing(Money.ofEuros("50"), Money.ofEuros("700"), false)
                .asking(Money.ofEuros("1500"), 18).toCase());
        assertEquals(Money.ofEuros("810"), left.before());
        assertEquals(Optional.of(Money.ofEuros("725.92")), left.after());
        assertEquals(3, left.heads());
    }

    @Test
    void itMayBeLessThanNothing() {
        LeftToLive left = LeftToLive
                .of(Request.atDijon().resources(Money.ofEuros("500")).charges(Money.ofEuros("640")).toCase());
        assertEquals(Money.ofCents(-14_000), left.before());
    }

    @Test
    void withoutARateNobodyKnowsWhatTheLoanLeaves() {
        LeftToLive left = LeftToLive.of(Request.at("reims-2010", "2010-12-01", "51454").toCase());
        assertEquals(Money.ofEuros("500"), left.before());
        assertEquals(Optional.empty(), left.after());
    }
}
