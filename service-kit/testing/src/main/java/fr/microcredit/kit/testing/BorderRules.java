package fr.microcredit.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Map;
import java.util.Set;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What holds where requests come in. */
final class BorderRules {
    static final String PRODUCES_RULE = "resources say what they produce";
    static final String CLOCK_RULE = "no constraint compares with the machine's clock";
    static final String SCHEDULE_RULE = "scheduled work waits until the service knows its own topics";
    private static final String SCHEDULED = "io.quarkus.scheduler.Scheduled";
    private static final String LOOK = "fr.microcredit.kit.outbox.TopicLook$NotDone";
    private static final String PRODUCES = "jakarta.ws.rs.Produces";
    private static final String CONSTRAINTS = "jakarta.validation.constraints.";
    /** The business date may be another one than the machine's. */
    private static final Set<String> OF_THE_CLOCK = Set.of(CONSTRAINTS + "Past", CONSTRAINTS + "PastOrPresent",
            CONSTRAINTS + "Future", CONSTRAINTS + "FutureOrPresent");

    /**
     * One rule for all, whether they decide or only tidy up: nobody has to judge which they do. The one exception forgets old
     * idempotency keys, in a part of the kit that knows no topics.
     */
    static final ArchRule SCHEDULE = methods().that().areDeclaredInClassesThat()
            .resideOutsideOfPackage("fr.microcredit.kit.http..")
            .should(new ArchCondition<>("wait for that look where they are scheduled") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    if (method.isAnnotatedWith(SCHEDULED) && !waits(method)) {
                        events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " is scheduled without skipExecutionIf = " + LOOK));
                    }
                }
            });

    private BorderRules() {
    }

    private static boolean waits(JavaMethod method) {
        return method.getAnnotationOfType(SCHEDULED).get("skipExecutionIf")
                .filter(predicate -> predicate instanceof JavaClass type && type.getName().equals(LOOK)).isPresent();
    }

    static void add(Map<String, ArchRule> rules, String root) {
        rules.put(PRODUCES_RULE, classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should(sayWhatTheyProduce()));
        rules.put(SCHEDULE_RULE, SCHEDULE);
        rules.put(CLOCK_RULE, noClasses().that().resideInAPackage(root + "..").should()
                .dependOnClassesThat(DescribedPredicate.describe("compare with the machine's clock",
                        type -> OF_THE_CLOCK.contains(type.getName()))));
    }

    /** Without it an answer is whatever the client asks for, down to {@code toString} as a page. */
    private static ArchCondition<JavaClass> sayWhatTheyProduce() {
        return new ArchCondition<>("say what they produce, all together or each method") {
            @Override
            public void check(JavaClass resource, ConditionEvents events) {
                if (!resource.isAnnotatedWith(PRODUCES)) {
                    resource.getMethods().stream()
                            .filter(method -> method.isMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
                                    && !method.isAnnotatedWith(PRODUCES))
                            .forEach(method -> events.add(SimpleConditionEvent.violated(method,
                                    method.getFullName() + " does not say what it produces")));
                }
            }
        };
    }
}
