package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.restassured.RestAssured;

import com.fasterxml.jackson.databind.JsonNode;

import fr.microcredit.backing.TopicFile;
import fr.microcredit.kit.event.EventTable;
import fr.microcredit.kit.position.History;
import fr.microcredit.kit.reception.OwnHistory;
import fr.microcredit.kit.reception.Subscriptions;

/**
 * What a service promises and what it relies on. A subclass names its module; everything else follows from its event table
 * and from what its handlers listen to.
 */
public abstract class ServiceContract {
    private final String module;
    private final Map<Class<?>, String> shared;

    @Inject
    EventTable table;
    @Inject
    Subscriptions subscriptions;
    @Inject
    @Any
    Instance<OwnHistory<?>> history;
    @ConfigProperty(name = "microcredit.service")
    String service;

    protected ServiceContract(String module) {
        this(module, Map.of());
    }

    /** @param shared records that several events have in common, with the names of their schemas */
    protected ServiceContract(String module, Map<Class<?>, String> shared) {
        this.module = module;
        this.shared = shared;
    }

    @Test
    void everyEventHasItsSchemaAndEverySchemaItsEvent() {
        assertEquals(List.of(), new GoldenSchemas(module, shared).check(table.lines()));
    }

    @Test
    void everyOperationIsDescribedForWhoeverBuildsOnIt() {
        assertEquals(List.of(), ApiDescription.lacks(description()));
    }

    @Test
    void everyExampleIsTakenAsItStands() {
        assertEquals(List.of(), ExampleCalls.refused(description()));
    }

    @Test
    void thePageForPeopleTellsEveryCommand() {
        assertEquals(List.of(), new ApiPage().lacks(description()));
    }

    @Test
    void everyProblemOfTheTradeIsDeclaredByTheOperationsThatGiveIt() {
        assertEquals(ProblemTexts.titled(), ApiDescription.problemsOfTheTrade(description()));
    }

    @Test
    void everyProblemThatIsDeclaredCanBeGiven() throws IOException {
        assertEquals(List.of(), ProblemTexts.neverGiven(module));
    }

    @Test
    void everyAnswerOfEveryTestIsHeldAgainstTheDescription() {
        assertTrue(RestAssured.filters().stream().anyMatch(DescribedAnswers.class::isInstance));
    }

    private static JsonNode description() {
        return DescribedAnswers.document();
    }

    @Test
    void everyRefusalIsToldInBothLanguages() throws IOException {
        assertEquals(List.of(), ProblemTexts.missing(module));
    }

    @Test
    void everyGoldenExampleFitsItsSchema() {
        assertEquals(List.of(), Contracts.of(module).exampleViolations());
    }

    @Test
    void whatWeListenToIsWhatOthersPublish() {
        assertEquals(List.of(), new ConsumerContract().check(subscriptions.consumed()));
    }

    @Test
    void whatWeTakeOverIsAllThatWePublish() {
        Subscriptions own = History.own(table, history);
        assertEquals(List.of(), new ConsumerContract().check(own.consumed()));
        if (!history.isUnsatisfied()) {
            assertEquals(Contracts.of(module).types(), own.consumed().keySet());
        }
    }

    @Test
    void rightsOnTopicsFollowFromWhatIsWrittenAndHeard() throws Exception {
        Set<String> written = new TreeSet<>();
        Set<String> read = new TreeSet<>();
        for (TopicFile.Topic topic : TopicFile.read(Workspace.root().resolve("deploy/kafka/topics.json")).topics()) {
            if (topic.writer().equals(service)) {
                written.add(topic.name());
            }
            if (topic.readers().contains(service)) {
                read.add(topic.name());
            }
        }
        assertEquals(new TreeSet<>(table.topics()), written);
        assertEquals(subscriptions.topics(), read);
    }
}
