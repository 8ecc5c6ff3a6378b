package fr.microcredit.backing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Ports on the loopback interface. */
public final class Ports {
    private static final int CONNECT_TIMEOUT_MS = 300;
    private static final int TRIES = 1_000;
    private static final Path RANGE_OF_CONNECTIONS = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {
    }

    /**
     * The ports that the system gives to outgoing connections. Nobody listens on one of these for long without trouble: while
     * a server is away between its kill and its next start, a connection may get its port.
     */
    record OfConnections(int first, int last) {
        /** RFC 6335, section 6: where the system does not say. */
        private static final OfConnections USUAL = new OfConnections(49_152, 65_535);
        private static final int LENGTH_MAX = 64;
        private static final int LOWEST = 10_000;
        private static final int HIGHEST = 65_535;

        static OfConnections read(Path file) {
            try (InputStream in = Files.newInputStream(file)) {
                // At one go: a second read of a file of the kernel's begins again or gives nothing.
                String[] ends = new String(in.readNBytes(LENGTH_MAX), StandardCharsets.US_ASCII).trim().split("\\s+");
                return new OfConnections(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            } catch (IOException e) {
                return USUAL;
            }
        }

        /**
         * A port from 10,000 on that is outside.
         *
         * @throws IllegalStateException when there is none
         */
        int drawOutside(RandomGenerator random) {
            int below = Math.max(0, Math.min(first, HIGHEST + 1) - LOWEST);
            int from = Math.max(last + 1, LOWEST);
            int above = Math.max(0, HIGHEST + 1 - from);
            if (below + above == 0) {
                throw new IllegalStateException(
                        "Outgoing connections may take every port; see " + RANGE_OF_CONNECTIONS);
            }
            int drawn = random.nextInt(below + above);
            return drawn < below ? LOWEST + drawn : from + drawn - below;
        }
    }

    /** A port that nothing listens on now, that no outgoing connection gets, and that was not given out here before. */
    public static int free() {
        OfConnections range = OfConnections.read(RANGE_OF_CONNECTIONS);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            int port = range.drawOutside(ThreadLocalRandom.current());
            if (canListen(port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port outside " + range);
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether somebody listens on the port. */
    public static boolean isTaken(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
