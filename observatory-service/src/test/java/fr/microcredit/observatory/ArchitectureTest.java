package fr.microcredit.observatory;

import fr.microcredit.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fr.microcredit.observatory");
    }
}
