package fr.microcredit.kit.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between a service and PostgreSQL as a network with a latency would, and counts what passes: statements, and ways
 * there and back. An answer is kept back for {@value #LATENCY_MS} ms, so that what is sent without waiting for an answer is
 * seen as such.
 */
public final class DatabaseWire implements AutoCloseable {
    private static final long LATENCY_MS = 20;
    private static final int BUFFER = 65_536;
    private static final int LENGTH_BYTES = 4;

    private final int target;
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "database-wire");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Socket> sockets = new ArrayList<>();
    private int statements;
    private int ways;
    private int simple;

    /**
     * What has passed: executed statements without begin and commit, ways there and back with both, and transactions, each of
     * which sends these two without preparing them.
     */
    public record Passed(int statements, int ways, int transactions) {
    }

    /** @param target port of PostgreSQL on this machine */
    public DatabaseWire(int target) throws IOException {
        this.target = target;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** What has passed since the last call. */
    public synchronized Passed passed() {
        Passed passed = new Passed(statements, ways, simple / 2);
        simple = 0;
        statements = 0;
        ways = 0;
        return passed;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket service = listening.accept();
                Socket postgres = new Socket(InetAddress.getLoopbackAddress(), target);
                service.setTcpNoDelay(true);
                postgres.setTcpNoDelay(true);
                synchronized (this) {
                    sockets.add(service);
                    sockets.add(postgres);
                }
                Connection connection = new Connection();
                threads.execute(() -> pass(service, postgres, connection::sent));
                threads.execute(() -> pass(postgres, service, connection::answered));
            } catch (IOException e) {
                // closed, or PostgreSQL does not listen: the service sees a lost connection
            }
        }
    }

    /** Does something with bytes on their way, and lets them go. */
    private interface Passing {
        void see(byte[] bytes, int length) throws IOException;
    }

    private static void pass(Socket from, Socket to, Passing passing) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                passing.see(buffer, read);
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one of the two has gone
        }
    }

    /** Reads the messages of the frontend; the first one has no type. */
    private final class Connection {
        private final byte[] header = new byte[LENGTH_BYTES + 1];
        private int filled = 1;
        private long body;
        private boolean quiet = true;

        void sent(byte[] bytes, int length) {
            synchronized (DatabaseWire.this) {
                for (int place = 0; place < length; place++) {
                    if (body > 0) {
                        long skipped = Math.min(body, length - place);
                        body -= skipped;
                        place += (int) skipped - 1;
                    } else {
                        header(bytes[place]);
                    }
                }
                ways += quiet ? 1 : 0;
                quiet = false;
            }
        }

        private void header(byte next) {
            header[filled++] = next;
            if (filled == header.length) {
                filled = 0;
                body = (header[1] & 0xffL) << 24 | (header[2] & 0xff) << 16 | (header[3] & 0xff) << 8
                        | header[4] & 0xff;
                body -= LENGTH_BYTES;
                statements += header[0] == 'E' ? 1 : 0;
                simple += header[0] == 'Q' ? 1 : 0;
            }
        }

        void answered(byte[] bytes, int length) throws IOException {
            try {
                TimeUnit.MILLISECONDS.sleep(LATENCY_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            synchronized (DatabaseWire.this) {
                quiet = true;
            }
        }
    }

    @Override
    public synchronized void close() {
        threads.shutdownNow();
        closed(listening);
        sockets.forEach(DatabaseWire::closed);
    }

    private static void closed(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            // it is gone either way
        }
    }
}
