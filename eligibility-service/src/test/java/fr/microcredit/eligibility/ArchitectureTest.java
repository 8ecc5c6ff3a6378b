package fr.microcredit.eligibility;

import fr.microcredit.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fr.microcredit.eligibility");
    }
}
