package fr.microcredit.deploy.local.accounts;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * A call of the command.
 *
 * @param told on both outputs
 */
record Called(int exit, String told) {
    static Called with(Map<String, String> environment, String... words) throws InterruptedException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        int exit = Accounts.run(words, environment, out, out);
        return new Called(exit, told.toString(StandardCharsets.UTF_8));
    }

    /** With one setting besides. */
    static Called set(Map<String, String> environment, String name, String value, String... words)
            throws InterruptedException {
        Map<String, String> more = new HashMap<>(environment);
        more.put(name, value);
        return with(more, words);
    }

    /** What was shown once, behind the last colon of a line that begins so. */
    String shown(String begin) {
        return told.lines().filter(line -> line.startsWith(begin))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst().orElseThrow(() -> new AssertionError(told));
    }
}
