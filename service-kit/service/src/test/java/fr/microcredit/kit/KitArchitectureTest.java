package fr.microcredit.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The kit knows no service and no rule of the scheme; its parts have no cycle. */
class KitArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("fr.microcredit.kit");

    @Test
    void mathematicsIsPure() {
        classes().that().resideInAnyPackage("..kit.money..", "..kit.loan..", "..kit.domain..").should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "fr.microcredit.kit.money..", "fr.microcredit.kit.loan..",
                        "fr.microcredit.kit.domain..",
                        "ch.obermuhlner.math.big..")
                .check(MAIN);
    }

    @Test
    void partsHaveNoCycle() {
        slices().matching("fr.microcredit.kit.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void systemTimeEntersInOnePlace() {
        noClasses().that().haveSimpleNameNotEndingWith("Clocks").should()
                .callMethod(java.time.Instant.class, "now").orShould().callMethod(java.time.LocalDate.class, "now")
                .orShould().callMethod(java.time.Clock.class, "systemUTC").check(MAIN);
    }
}
