package fr.microcredit.intake;

import fr.microcredit.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fr.microcredit.intake");
    }
}
