package fr.microcredit.deploy.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final Path ROOT = Path.of("checkout");

    @Test
    void withoutAWordEverythingIsStartedAndPlayed() {
        Options options = parse();
        assertTrue(options.demo());
        assertTrue(options.stayUp());
        assertFalse(options.fresh());
        assertEquals(150, options.background());
        assertEquals(ROOT.resolve(".platform"), options.data());
    }

    @Test
    void everyWordIsUnderstood() {
        Options options = parse("--fresh", "--no-demo", "--stop", "--background", "7", "--port-base", "9000");
        assertTrue(options.fresh());
        assertFalse(options.demo());
        assertFalse(options.stayUp());
        assertEquals(7, options.background());
        assertEquals(9000, options.portBase());
        assertTrue(parse("--help").help());
        assertEquals(List.of("https://desk.example", "http://localhost:8080"),
                parse("--front-end", "https://desk.example", "--front-end", "http://localhost:8080").frontEnds());
    }

    @Test
    void trainingLeavesTheDataOfThePlatformAlone() {
        Options options = parse("--train");
        assertTrue(options.train() && options.fresh() && !options.stayUp());
        assertEquals(ROOT.resolve(".platform-training"), options.folder());
        assertEquals(ROOT.resolve(".platform"), parse("--fresh").folder());
    }

    @ParameterizedTest
    @CsvSource({"--nonsense,Unknown option --nonsense", "--port-base,--port-base needs a value",
            "--port-base 80,from 1024 to 65000", "--port-base x,not x", "--background -1,not -1",
            "--front-end http://localhost:8080/,not http://localhost:8080/",
            "--front-end *,takes an origin"})
    void whatIsNotUnderstoodIsNamed(String words, String message) {
        Options.UsageException refused = assertThrows(Options.UsageException.class, () -> parse(words.split(" ")));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static Options parse(String... words) {
        return Options.parse(words, ROOT);
    }
}
