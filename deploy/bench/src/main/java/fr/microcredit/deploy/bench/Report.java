package fr.microcredit.deploy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a Markdown table, on the terminal and in a file. */
final class Report {
    private final List<String> rows = new ArrayList<>(List.of("| what | measured |", "|---|---|"));

    void add(String what, String format, Object... figures) {
        String row = "| " + what + " | " + String.format(Locale.ROOT, format, figures) + " |";
        rows.add(row);
        System.out.println(row);
    }

    void write(Path file) throws IOException {
        Files.write(file, rows);
        System.out.println("\nWritten to " + file);
    }
}
