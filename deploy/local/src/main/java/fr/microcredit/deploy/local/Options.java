package fr.microcredit.deploy.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param fresh      start over: what an earlier run has stored is deleted
 * @param demo       play the demonstration
 * @param train      play the demonstration's first minute, so that later starts find the classes of the services prepared
 * @param background dossiers played before the demonstration's own
 * @param portBase   first of the platform's ports
 * @param stayUp     wait for Ctrl-C; otherwise stop after the demonstration
 * @param data       folder of everything the platform stores
 * @param frontEnds  origins whose pages may call and sign people in, besides the usual ones of development
 */
record Options(boolean help, boolean fresh, boolean demo, boolean stayUp, boolean train, int background,
        int portBase, Path data, List<String> frontEnds) {
    private static final int PORT_BASE = 8100;
    private static final int PORT_BASE_MAX = 65_000;
    private static final int BACKGROUND = 150;

    static final String HELP = """
                               Usage: deploy/up [--fresh] [--no-demo] [--port-base N] [--background N] [--data FOLDER]
                                                 [--front-end ORIGIN] [--stop] [--train] [--help]

                               Starts the whole platform on this machine: PostgreSQL, Kafka, Keycloak and the six services, each as a
                               process with its own log file and data folder, and plays the demonstration dossiers through the public APIs.
                               It builds what is not built. Ctrl-C stops everything; the next start finds its data again.

                                 --fresh          delete what an earlier run has stored and start over
                                 --no-demo        start the platform only
                                 --port-base N    first port, %d where absent; the platform uses N to N+31
                                 --background N   small dossiers played before the demonstration's own, %d where absent
                                 --data FOLDER    where everything is stored, .platform in the checkout where absent
                                 --front-end ORIGIN  a page at this origin, such as http://localhost:8080, may call and sign people in;
                                                  can be given several times. Keycloak learns it with --fresh
                                 --stop           stop when the demonstration has been played; its exit code tells how it went
                                 --train          on data of its own, play the demonstration's first minute and stop; later starts on
                                                  the same JDK and build use what the services have left, and need half the time
                                 --help           this text
                               """
            .formatted(PORT_BASE, BACKGROUND);

    /** Training plays on data of its own. */
    Path folder() {
        return train ? data.resolveSibling(data.getFileName() + "-training") : data;
    }

    /** @throws UsageException for words it does not know */
    static Options parse(String[] words, Path root) {
        Options options = new Options(false, false, true, true, false, BACKGROUND, PORT_BASE, root.resolve(".platform"),
                List.of());
        for (int index = 0; index < words.length; index++) {
            boolean takesValue = words[index].matches("--port-base|--background|--data|--front-end");
            if (takesValue && index + 1 == words.length) {
                throw new UsageException(words[index] + " needs a value");
            }
            options = takesValue ? options.with(words[index], words[++index]) : options.with(words[index], "");
        }
        return options;
    }

    private Options with(String word, String value) {
        return switch (word) {
            case "--help", "-h" -> new Options(true, fresh, demo, stayUp, train, background, portBase, data, frontEnds);
            case "--fresh" -> new Options(help, true, demo, stayUp, train, background, portBase, data, frontEnds);
            case "--no-demo" -> new Options(help, fresh, false, stayUp, train, background, portBase, data, frontEnds);
            case "--stop" -> new Options(help, fresh, demo, false, train, background, portBase, data, frontEnds);
            case "--train" -> new Options(help, true, true, false, true, background, portBase, data, frontEnds);
            case "--background" ->
                new Options(help, fresh, demo, stayUp, train, number(word, value, 0, 100_000), portBase, data,
                        frontEnds);
            case "--port-base" ->
                new Options(help, fresh, demo, stayUp, train, background, number(word, value, 1024, PORT_BASE_MAX),
                        data,
                        frontEnds);
            case "--data" ->
                new Options(help, fresh, demo, stayUp, train, background, portBase, Path.of(value).toAbsolutePath(),
                        frontEnds);
            case "--front-end" -> new Options(help, fresh, demo, stayUp, train, background, portBase, data,
                    Stream.concat(frontEnds.stream(), Stream.of(origin(word, value))).toList());
            default -> throw new UsageException("Unknown option " + word);
        };
    }

    private static int number(String word, String value, int min, int max) {
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < min || Integer.parseInt(value) > max) {
            throw new UsageException(word + " takes a number from " + min + " to " + max + ", not " + value);
        }
        return Integer.parseInt(value);
    }

    /** As a browser writes it: scheme, host and port, nothing behind. */
    private static String origin(String word, String value) {
        if (!value.matches("https?://[a-z0-9.-]+(:\\d{1,5})?")) {
            throw new UsageException(word + " takes an origin such as http://localhost:8080, not " + value);
        }
        return value;
    }

    /** A command line that can not be understood. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
