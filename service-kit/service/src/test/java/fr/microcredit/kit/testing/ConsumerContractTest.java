package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fr.microcredit.kit.reception.Subscriptions.Consumed;

/** A consumer is held against the versions it reads, with any type that a service of this workspace publishes. */
class ConsumerContractTest {
    private static final Contracts PRODUCER = Workspace.modules().map(Contracts::of)
            .filter(each -> !each.types().isEmpty()).findFirst().orElseThrow();
    private static final String TYPE = PRODUCER.types().stream().sorted().findFirst().orElseThrow();
    private static final int NEWEST = PRODUCER.versionOf(TYPE);

    record Whatever() {
    }

    @Test
    void whoReadsTheNewestVersionIsSound() {
        assertEquals(List.of(), check(consumed(1, NEWEST)));
    }

    @Test
    void aVersionNobodyPublishesIsAFinding() {
        assertEquals(List.of(TYPE + " is not published in version " + (NEWEST + 1)),
                check(consumed(1, NEWEST), consumed(1, NEWEST + 1)));
    }

    @Test
    void eachFeatureReadsTheNewestVersion() {
        Consumed behind = consumed(2, NEWEST + 1);
        assertEquals(List.of(TYPE + " is not published in version " + (NEWEST + 1),
                TYPE + " is published in version " + NEWEST + " but read in " + List.of(behind)),
                check(consumed(1, NEWEST), behind));
    }

    private static Consumed consumed(int feature, int version) {
        return new Consumed(feature, version, Whatever.class);
    }

    private static List<String> check(Consumed... consumed) {
        return new ConsumerContract().check(Map.of(TYPE, List.of(consumed)));
    }
}
