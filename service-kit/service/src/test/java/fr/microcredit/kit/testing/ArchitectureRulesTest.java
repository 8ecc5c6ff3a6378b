package fr.microcredit.kit.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;

import jakarta.validation.constraints.FutureOrPresent;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.scheduler.Scheduled;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import fr.microcredit.kit.operation.OperationsResource;
import fr.microcredit.kit.outbox.TopicLook;
import fr.microcredit.kit.sample.NoteResource;
import fr.microcredit.kit.sandbox.SandboxResource;

/** The rules for services, tried on classes that keep them and on classes that break them. */
class ArchitectureRulesTest {
    @Path("/silent")
    static class OneMethodIsSilent {
        @GET
        @Produces("text/plain")
        public String said() {
            return "";
        }

        @POST
        public String silent() {
            return "";
        }
    }

    @Path("/methods")
    static class EachMethodSays {
        @GET
        @Produces("text/plain")
        public String said() {
            return helper();
        }

        public String helper() {
            return "";
        }
    }

    record PastDay(@NotNull @PastOrPresent LocalDate day) {
    }

    static class FutureParameter {
        void act(@FutureOrPresent LocalDate day) {
            // only its parameter matters
        }
    }

    record AnyDay(@NotNull LocalDate day) {
    }

    @Test
    void aResourceSaysWhatItProduces() {
        assertTrue(breaks(BorderRules.PRODUCES_RULE, OneMethodIsSilent.class));
        for (Class<?> sound : new Class<?>[]{EachMethodSays.class, NoteResource.class, OperationsResource.class,
                SandboxResource.class}) {
            assertEquals(false, breaks(BorderRules.PRODUCES_RULE, sound), sound.getName());
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {PastDay.class, FutureParameter.class})
    void noConstraintReadsTheMachinesClock(Class<?> type) {
        assertTrue(breaks(BorderRules.CLOCK_RULE, type));
        assertEquals(false, breaks(BorderRules.CLOCK_RULE, AnyDay.class));
    }

    static class Hasty {
        @Scheduled(every = "1h")
        void decide() {
            // only its annotation matters
        }
    }

    static class OtherPredicate {
        @Scheduled(every = "1h", skipExecutionIf = Scheduled.Never.class)
        void decide() {
            // only its annotation matters
        }
    }

    static class Patient {
        @Scheduled(every = "1h", skipExecutionIf = TopicLook.NotDone.class)
        void decide() {
            // only its annotation matters
        }
    }

    @Test
    void scheduledWorkWaitsUntilTheServiceKnowsItsOwnTopics() {
        assertTrue(breaks(BorderRules.SCHEDULE_RULE, Hasty.class));
        assertTrue(breaks(BorderRules.SCHEDULE_RULE, OtherPredicate.class));
        assertEquals(false, breaks(BorderRules.SCHEDULE_RULE, Patient.class));
        BorderRules.SCHEDULE.check(new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.microcredit.kit"));
    }

    private static boolean breaks(String rule, Class<?> type) {
        ArchitectureRules rules = new ArchitectureRules("fr.microcredit.kit") {
        };
        return rules.all().get(rule).evaluate(new ClassFileImporter().importClasses(type)).hasViolation();
    }
}
