package fr.microcredit.kit.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

class EventTableTest {
    sealed interface LoanEvent permits Disbursed, Repayment {
    }

    record Disbursed(long cents) implements LoanEvent {
    }

    sealed interface Repayment extends LoanEvent permits Paid, Missed {
    }

    record Paid(long cents) implements Repayment {
    }

    record Missed(long cents) implements Repayment {
    }

    record Opened() {
    }

    @Test
    void theStartFailsWhilePermittedRecordsHaveNoLine() {
        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> start(
                        table -> table.completeFor(LoanEvent.class).topic("bank").on(Disbursed.class, "disbursed")));
        assertTrue(failure.getMessage().contains(Paid.class.getName()), failure.getMessage());
        assertTrue(failure.getMessage().contains(Missed.class.getName()), failure.getMessage());
    }

    @Test
    void theStartSucceedsWithALineForEachWhoeverWritesIt() {
        EventTable table = start(
                first -> first.completeFor(LoanEvent.class).topic("bank").on(Disbursed.class, "disbursed"),
                second -> second.topic("bank").on(Paid.class, "paid").on(Missed.class, "missed"));
        assertEquals(Set.of("microcredit.bank"), table.topics());
        assertEquals(3, table.types().size());
    }

    @Test
    void oneRecordHasOneLine() {
        assertThrows(IllegalStateException.class,
                () -> start(table -> table.topic("bank").on(Paid.class, "paid").on(Paid.class, "paid-again")));
        assertThrows(IllegalStateException.class,
                () -> start(table -> table.topic("bank").on(Paid.class, "paid").topic("fund").on(Paid.class, "paid")));
    }

    @Test
    void oneNameIsOfOneRecord() {
        assertThrows(IllegalStateException.class,
                () -> start(table -> table.topic("bank").on(Paid.class, "paid").on(Missed.class, "paid")));
        assertEquals(2, start(table -> table.topic("bank").on(Paid.class, "paid", 1).on(Missed.class, "paid", 2)
                .topic("fund")).types().size(), "another version is another schema");
    }

    @Test
    void aTopicIsRestrictedOrNot() {
        assertThrows(IllegalStateException.class, () -> start(table -> table.topic("bank").on(Paid.class, "paid")
                .restrictedTopic("bank").on(Missed.class, "missed")));
    }

    @Test
    void theLineDecidesTheTypeAndNotTheClass() {
        EventTable table = start(
                all -> all.topic("bank").on(Paid.class, "missed").restrictedTopic("person").on(Missed.class, "paid",
                        3));
        assertEquals(new EventType("bank", "missed", 1, false), table.typeOf(Paid.class));
        assertEquals("fr.microcredit.bank.missed", table.typeOf(Paid.class).type());
        assertEquals("urn:microcredit:fr.microcredit.person.paid:3", table.typeOf(Missed.class).schemaUri());
        assertTrue(table.typeOf(Missed.class).restricted());
    }

    @Test
    void whatHasNoLineIsNoEvent() {
        assertThrows(IllegalStateException.class, () -> start().typeOf(Opened.class));
    }

    private static EventTable start(PublishedEvents... published) {
        return new Catalogue().table(List.of(published));
    }
}
