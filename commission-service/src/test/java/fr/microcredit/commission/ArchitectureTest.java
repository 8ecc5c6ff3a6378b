package fr.microcredit.commission;

import fr.microcredit.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fr.microcredit.commission");
    }
}
