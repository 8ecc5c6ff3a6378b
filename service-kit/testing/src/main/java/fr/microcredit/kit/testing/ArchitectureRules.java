package fr.microcredit.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The design of a service as rules (architecture.md section 2). A rule that matches no class fails: it would hold nothing.
 * A service has one subclass that names its package.
 */
public abstract class ArchitectureRules {
    private static final Set<String> CLOCK_TYPES = Set.of("java.time.LocalDate", "java.time.Instant",
            "java.time.LocalDateTime", "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.Year",
            "java.time.YearMonth", "java.time.LocalTime");
    private static final Set<String> PARALLEL = Set.of("combine", "join", "transformToUniAndMerge",
            "transformToMultiAndMerge");

    private final String root;

    /** @param root package of the service, such as {@code fr.microcredit.intake} */
    protected ArchitectureRules(String root) {
        this.root = root;
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses main = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        return all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(main)));
    }

    Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        addLayers(rules);
        BorderRules.add(rules, root);
        addBans(rules);
        return rules;
    }

    private void addLayers(Map<String, ArchRule> rules) {
        rules.put("domain knows Java, Money and loans only",
                classes().that().resideInAPackage(root + "..domain..").should().onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "fr.microcredit.kit.domain..", "fr.microcredit.kit.money..",
                                "fr.microcredit.kit.loan..", root + "..domain..")));
        rules.put("rest knows neither persistence nor messaging", noClasses().that()
                .resideInAPackage(root + "..rest..").should().dependOnClassesThat()
                .resideInAnyPackage(root + "..persistence..", root + "..messaging.."));
        rules.put("messaging knows neither rest nor persistence", noClasses().that()
                .resideInAPackage(root + "..messaging..").should().dependOnClassesThat()
                .resideInAnyPackage(root + "..persistence..", root + "..rest.."));
        rules.put("persistence knows neither rest nor messaging", noClasses().that()
                .resideInAPackage(root + "..persistence..").should().dependOnClassesThat()
                .resideInAnyPackage(root + "..rest..", root + "..messaging.."));
        rules.put("use cases know no adapter", noClasses()
                .that(resideInAnyPackage(root + "..")
                        .and(resideOutsideOfPackages(root + "..domain..", root + "..rest..",
                                root + "..persistence..", root + "..messaging..")))
                .should().dependOnClassesThat()
                .resideInAnyPackage(root + "..rest..", root + "..persistence..", root + "..messaging.."));
        rules.put("features have no cycle", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("transactions are the kit's", noClasses().that().resideInAPackage(root + "..").should()
                .dependOnClassesThat().haveSimpleName("WithTransaction"));
    }

    private void addBans(Map<String, ArchRule> rules) {
        rules.put("no service knows another", noClasses().that().resideInAPackage(root + "..").should()
                .dependOnClassesThat(resideInAnyPackage("fr.microcredit..")
                        .and(resideOutsideOfPackages(root + "..", "fr.microcredit.kit.."))));
        rules.put("no clock but the kit's", noCallTo("the system clock",
                target -> CLOCK_TYPES.contains(target.getOwner().getName()) && target.getName().equals("now")));
        rules.put("nothing parallel on a session", noCallTo("parallel composition",
                target -> target.getOwner().getName().startsWith("io.smallrye.mutiny")
                        && PARALLEL.contains(target.getName())));
        rules.put("nothing waits and nothing subscribes by itself", noCallTo("await or subscribe",
                target -> target.getOwner().getName().startsWith("io.smallrye.mutiny")
                        && Set.of("await", "subscribe").contains(target.getName())));
        rules.put("no blocking call", noCallTo("a blocking call", target -> blocks(target)));
        rules.put("no floating point in fields", fields().that().areDeclaredInClassesThat()
                .resideInAPackage(root + "..").should().notHaveRawType(floating()));
        rules.put("no floating point in results", methods().that().areDeclaredInClassesThat()
                .resideInAPackage(root + "..").should().notHaveRawReturnType(floating()));
        rules.put("no floating point by conversion", noCallTo("a conversion to floating point",
                target -> Set.of("doubleValue", "floatValue", "parseDouble", "parseFloat").contains(target.getName())));
    }

    private static boolean blocks(AccessTarget.CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return owner.equals("java.lang.Thread") && target.getName().equals("sleep")
                || owner.equals("java.util.concurrent.CompletableFuture")
                        && Set.of("get", "join").contains(target.getName())
                || owner.startsWith("java.sql.") || owner.equals("java.net.http.HttpClient");
    }

    private static DescribedPredicate<JavaClass> floating() {
        return DescribedPredicate.describe("double or float",
                type -> Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(type.getName()));
    }

    private ArchRule noCallTo(String what, java.util.function.Predicate<AccessTarget.CodeUnitCallTarget> banned) {
        DescribedPredicate<JavaCall<?>> calls = DescribedPredicate.describe(what,
                call -> banned.test(call.getTarget()));
        return noClasses().that().resideInAPackage(root + "..").should().callCodeUnitWhere(calls);
    }
}
