package fr.microcredit.kit.sandbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

class SandboxGuardTest {
    @Test
    void productionRefusesToStartWithASandbox() {
        assertThrows(IllegalStateException.class, () -> SandboxGuard.refuse(true, List.of("prod")));
        assertDoesNotThrow(() -> SandboxGuard.refuse(true, List.of("sandbox")));
        assertDoesNotThrow(() -> SandboxGuard.refuse(false, List.of("prod")));
    }
}
