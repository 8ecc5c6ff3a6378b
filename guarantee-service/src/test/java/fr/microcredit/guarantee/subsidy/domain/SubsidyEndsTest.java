package fr.microcredit.guarantee.subsidy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import fr.microcredit.guarantee.promise.domain.Played;
import fr.microcredit.guarantee.promise.domain.PromiseEvent;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Agreement;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.EarlyEnd;
import fr.microcredit.guarantee.subsidy.domain.Subsidy.Status;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.DeclineReason;
import fr.microcredit.guarantee.subsidy.domain.SubsidyEvent.ReleaseReason;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** 3 000 EUR over 24 months at 4.40 % against 1 %: 108.07 EUR of the office's envelope, in 4.50 a month (domain.md A.7). */
class SubsidyEndsTest {
    private static final LocalDate ACCEPTED = LocalDate.of(2008, 9, 25);
    private static final LocalDate DISBURSED = LocalDate.of(2008, 10, 10);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 5);
    private static final Money WHOLE = Money.ofEuros("108.07");
    private static final About ABOUT = About.dossier(new UUID(0, 1), new UUID(0, 2), "ccas-dijon").at("cm-dijon");

    @Test
    void anAnswerSaysWhichYearsEnvelopeAndUntilWhen() {
        assertEquals(new SubsidyEvent.Reserved(3, 2008, WHOLE, LocalDate.of(2008, 12, 24)),
                SubsidyRules.reserve(asking(WHOLE), WHOLE));
        assertEquals(new SubsidyEvent.Declined(3, 2008, WHOLE, List.of(DeclineReason.ENVELOPE_EXCEEDED)),
                SubsidyRules.reserve(asking(WHOLE), Money.ofEuros("108.06")));
    }

    @Test
    void itIsHeldThenCommittedThenAccrued() {
        Played<Subsidy> subsidy = in(Status.RESERVED);
        assertEquals(List.of("-108.07", "108.07", "0.00", "0.00"), balances(subsidy));
        assertEquals(Optional.of(LocalDate.of(2008, 12, 24)), subsidy.promise().expiresOn());
        subsidy = in(Status.COMMITTED);
        assertEquals(List.of("-108.07", "0.00", "108.07", "0.00"), balances(subsidy));
        accrue(subsidy, FIRST_DUE.plusMonths(1));
        assertEquals(List.of("-108.07", "0.00", "99.07", "9.00"), balances(subsidy));
        assertEquals(Money.ofEuros("99.07"), subsidy.promise().remaining());
        assertEquals(Status.COMMITTED, subsidy.promise().state());
    }

    /** No instalment of a loan that was withdrawn from is owed: the 9.00 of the first two are taken back, and all is free again. */
    @ParameterizedTest(name = "{0} with {1} instalments due")
    @CsvSource({"RESERVED, 0", "COMMITTED, 0", "COMMITTED, 2"})
    void aBorrowerWhoWithdrawsGivesAllOfItBack(Status before, int due) {
        Played<Subsidy> subsidy = in(before);
        if (due > 0) {
            accrue(subsidy, FIRST_DUE.plusMonths(due - 1L));
        }
        SubsidyEvent back = new SubsidyEvent.Released(3, 2008, WHOLE, ReleaseReason.WITHDRAWN);
        List<SubsidyEvent> events = SubsidyRules.withdrawn(subsidy.promise());
        assertEquals(due == 0
                ? List.of(back)
                : List.of(new SubsidyEvent.Reversed(3, 2008, Money.ofEuros("9.00"),
                        SubsidyEvent.ReversalReason.WITHDRAWN), back),
                events);
        subsidy.then(FIRST_DUE.plusMonths(3), events);
        assertEquals(Status.RELEASED, subsidy.promise().state());
        assertEquals(List.of("0.00", "0.00", "0.00", "0.00"), balances(subsidy));
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"RESERVED", "COMMITTED"}, mode = EnumSource.Mode.EXCLUDE)
    void whatIsOverNeitherAccruesNorComesBackAgain(Status over) {
        Subsidy subsidy = in(over).promise();
        assertEquals(over, subsidy.state());
        assertEquals(List.of(), SubsidyRules.withdrawn(subsidy));
        assertEquals(List.of(), SubsidyRules.accrue(subsidy, FIRST_DUE.plusMonths(30)));
        assertEquals(List.of(), SubsidyRules.settle(subsidy, FIRST_DUE.plusMonths(30)));
        assertEquals(Optional.empty(), subsidy.nextDueOn());
    }

    @ParameterizedTest
    @CsvSource({"DECIDED_AGAIN, RELEASED, false", "EXPIRED, EXPIRED, true"})
    void aReservationThatIsNotUsedIsFreeAgain(ReleaseReason why, Status after, boolean lapsed) {
        Played<Subsidy> subsidy = in(Status.RESERVED);
        subsidy.then(DISBURSED, SubsidyRules.giveBack(subsidy.promise(), why));
        assertEquals(after, subsidy.promise().state());
        assertEquals(lapsed, subsidy.promise().hasLapsed());
        assertEquals(false, subsidy.promise().isReserved());
        assertTrue(subsidy.nothingMoved());
    }

    /** Nothing is due before the table of the agreement is known, nor before the first day. */
    @Test
    void theNextPartFallsDueWithItsInstalment() {
        Played<Subsidy> subsidy = in(Status.COMMITTED);
        assertEquals(Optional.of(FIRST_DUE), subsidy.promise().nextDueOn());
        accrue(subsidy, FIRST_DUE);
        assertEquals(Optional.of(FIRST_DUE.plusMonths(1)), subsidy.promise().nextDueOn());
        Played<Subsidy> untold = new Played<Subsidy>(ABOUT).then(ACCEPTED, SubsidyRules.reserve(asking(WHOLE), WHOLE));
        untold.then(DISBURSED, SubsidyRules.commit(untold.promise(), Money.ZERO, DISBURSED));
        assertEquals(Optional.empty(), untold.promise().nextDueOn());
        assertEquals(List.of(), SubsidyRules.accrue(untold.promise(), FIRST_DUE.plusMonths(3)));
    }

    /** The end on the day of an instalment owes that one; on its eve it does not. */
    @ParameterizedTest(name = "ended {0} days after the twelfth: {1} accrued, {2} back")
    @CsvSource({"-1, 74.76, 33.31", "0, 79.48, 28.59", "1, 79.48, 28.59"})
    void anEarlyEndOwesInterestUntilItsDay(int days, String accrued, String back) {
        Played<Subsidy> subsidy = in(Status.COMMITTED);
        LocalDate day = FIRST_DUE.plusMonths(11).plusDays(days);
        subsidy.then(day, SubsidyRules.settle(subsidy.promise(), day));
        assertEquals(Status.SETTLED, subsidy.promise().state());
        assertEquals(Money.ofEuros(accrued), subsidy.promise().accrual().amount());
        assertEquals(Money.ofEuros(back), subsidy.promise().remaining());
        assertEquals(List.of("-" + accrued, "0.00", "0.00", accrued), balances(subsidy));
    }

    /** What is due with an instalment and what is only due because the loan has ended are two entries of the ledger. */
    @Test
    void whatAccruesAtTheEndIsAnotherEntryThanWhatFallsDue() {
        Played<Subsidy> subsidy = in(Status.COMMITTED);
        LocalDate day = FIRST_DUE.plusMonths(11);
        List<String> causes = new ArrayList<>();
        for (SubsidyEvent event : SubsidyRules.settle(subsidy.promise(), day)) {
            causes.add(event.onto(new PromiseEvent.Before<>(Optional.of(subsidy.promise()), ABOUT, day)).entry()
                    .orElseThrow().cause());
            subsidy.then(day, event);
        }
        assertEquals(List.of("subsidy-accrued", "subsidy-settled", "subsidy-released"), causes);
        assertEquals(12, subsidy.promise().accrual().throughInstalment());
    }

    @Test
    void itIsFoundByItsDossierAtItsBankInItsOffice() {
        Subsidy subsidy = in(Status.COMMITTED).promise();
        assertEquals("00000000-0000-0000-0000-000000000001/cm-dijon", subsidy.key());
        assertEquals("ccas-dijon", subsidy.tenant());
        assertEquals("committed", subsidy.status());
        assertEquals(DISBURSED, subsidy.day());
        assertEquals(true, asking(Money.ZERO).asksForAny(), "a loan at the bank's own rate asks for nothing, but asks");
        assertEquals(false, new SubsidyAsking(ABOUT, 1, Optional.empty(), 90, ACCEPTED, Optional.empty())
                .asksForAny());
    }

    private static void accrue(Played<Subsidy> subsidy, LocalDate day) {
        subsidy.then(day, SubsidyRules.accrue(subsidy.promise(), day));
    }

    private static List<String> balances(Played<Subsidy> subsidy) {
        return List.of("available", "reserved", "committed", "accrued").stream()
                .map(kind -> subsidy.on("envelope:ccas-dijon:2008:" + kind).toString()).toList();
    }

    private static Played<Subsidy> in(Status status) {
        Money available = status == Status.DECLINED ? Money.ZERO : WHOLE;
        Played<Subsidy> subsidy = new Played<Subsidy>(ABOUT).then(ACCEPTED,
                SubsidyRules.reserve(asking(WHOLE), available));
        if (status == Status.RELEASED || status == Status.EXPIRED) {
            ReleaseReason why = status == Status.EXPIRED ? ReleaseReason.EXPIRED : ReleaseReason.DECIDED_AGAIN;
            subsidy.then(DISBURSED, SubsidyRules.giveBack(subsidy.promise(), why));
        }
        if (status == Status.COMMITTED || status == Status.SETTLED) {
            subsidy.then(DISBURSED, SubsidyRules.commit(subsidy.promise(), Money.ZERO, DISBURSED));
            subsidy.now(subsidy.promise().agreed(agreement()));
        }
        if (status == Status.SETTLED) {
            subsidy.then(DISBURSED, SubsidyRules.settle(subsidy.promise(), DISBURSED));
        }
        return subsidy;
    }

    private static Agreement agreement() {
        return new Agreement(EarlyEnd.INTEREST_TO_DATE, InstalmentTable.first(Money.ofEuros("3000"), 24,
                Rate.ofPercent("1"), Rate.ofPercent("4.40"), FIRST_DUE));
    }

    private static SubsidyAsking asking(Money amount) {
        return new SubsidyAsking(ABOUT, 3, Optional.of(amount), 90, ACCEPTED, Optional.empty());
    }
}
