package fr.microcredit.deploy.local;

import java.nio.file.Path;

/**
 * What the command line says.
 *
 * @param fresh      start over: what an earlier run has stored is deleted
 * @param demo       play the demonstration
 * @param background dossiers played before the demonstration's own
 * @param portBase   first of the platform's ports
 * @param stayUp     wait for Ctrl-C; otherwise stop after the demonstration
 * @param data       folder of everything the platform stores
 */
record Options(boolean help, boolean fresh, boolean demo, boolean stayUp, int background, int portBase,
        Path data) {
    private static final int PORT_BASE = 8100;
    private static final int PORT_BASE_MAX = 65_000;
    private static final int BACKGROUND = 150;

    static final String HELP = """
                               Usage: deploy/up [--fresh] [--no-demo] [--port-base N] [--background N] [--data FOLDER]
                                                 [--stop] [--help]

                               Starts the whole platform on this machine: PostgreSQL, Kafka, Keycloak and the six services, each as a
                               process with its own log file and data folder, and plays the demonstration dossiers through the public APIs.
                               It builds what is not built. Ctrl-C stops everything; the next start finds its data again.

                                 --fresh          delete what an earlier run has stored and start over
                                 --no-demo        start the platform only
                                 --port-base N    first port, %d where absent; the platform uses N to N+31
                                 --background N   small dossiers played before the demonstration's own, %d where absent
                                 --data FOLDER    where everything is stored, .platform in the checkout where absent
                                 --stop           stop when the demonstration has been played; its exit code tells how it went
                                 --help           this text
                               """
            .formatted(PORT_BASE, BACKGROUND);

    /** @throws UsageException for words it does not know */
    static Options parse(String[] words, Path root) {
        Options options = new Options(false, false, true, true, BACKGROUND, PORT_BASE, root.resolve(".platform"));
        for (int index = 0; index < words.length; index++) {
            boolean takesValue = words[index].matches("--port-base|--background|--data");
            if (takesValue && index + 1 == words.length) {
                throw new UsageException(words[index] + " needs a value");
            }
            options = takesValue ? options.with(words[index], words[++index]) : options.with(words[index], "");
        }
        return options;
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--help", "-h" -> new Options(true, fresh, demo, stayUp, background, portBase, data);
            case "--fresh" -> new Options(help, true, demo, stayUp, background, portBase, data);
            case "--no-demo" -> new Options(help, fresh, false, stayUp, background, portBase, data);
            case "--stop" -> new Options(help, fresh, demo, false, background, portBase, data);
            case "--background" ->
                new Options(help, fresh, demo, stayUp, number(word, value, 0, 100_000), portBase, data);
            case "--port-base" ->
                new Options(help, fresh, demo, stayUp, background, number(word, value, 1024, PORT_BASE_MAX), data);
            case "--data" ->
                new Options(help, fresh, demo, stayUp, background, portBase, Path.of(value).toAbsolutePath());
            default -> throw new UsageException("Unknown option " + word);
        };
    }

    private static int number(String word, String value, int min, int max) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw new UsageException(word + " takes a number from " + min + " to " + max + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    /** A command line that can not be understood. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
