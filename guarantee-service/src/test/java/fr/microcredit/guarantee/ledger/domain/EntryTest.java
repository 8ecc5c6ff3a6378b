package fr.microcredit.guarantee.ledger.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.money.Money;

class EntryTest {
    private static final LocalDate ON = LocalDate.of(2008, 9, 25);

    @Test
    void moneyIsMovedAndNeverMade() {
        List<Posting> oneSided = List.of(new Posting("a", Money.ofCents(1)));
        assertThrows(IllegalArgumentException.class, () -> new Entry("made", Optional.empty(), ON, oneSided));
        Entry entry = new Transfers().move("a", "b", Money.ofCents(5)).move("b", "c", Money.ofCents(2))
                .entry("moved", Optional.empty(), ON).orElseThrow();
        assertEquals(Money.ZERO, Money.sum(entry.postings().stream().map(Posting::amount).toList()));
    }

    @Test
    void nothingMovedLeavesNoTraceAndTransfersGoOneWay() {
        assertTrue(new Transfers().move("a", "b", Money.ZERO).entry("none", Optional.empty(), ON).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Transfers().move("a", "b", Money.ofCents(-1)));
    }
}
