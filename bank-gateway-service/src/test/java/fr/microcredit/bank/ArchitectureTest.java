package fr.microcredit.bank;

import fr.microcredit.kit.testing.ArchitectureRules;

class ArchitectureTest extends ArchitectureRules {
    ArchitectureTest() {
        super("fr.microcredit.bank");
    }
}
