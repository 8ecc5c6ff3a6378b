package fr.microcredit.deploy.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import fr.microcredit.deploy.local.platform.Component;

/** Dossiers (a) to (i), to the cent, though every process of the platform dies once on the way. */
class DemonstrationIT {
    @Test
    void noFigureChangesWhicheverProcessDies() throws Exception {
        RunningPlatform platform = RunningPlatform.played();
        assertEquals(
                platform.platform().components().stream().map(Component::name)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(platform.killed()), "every process was killed once");
    }
}
