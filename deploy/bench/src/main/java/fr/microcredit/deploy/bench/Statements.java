package fr.microcredit.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The statements of a command or a query, taken from PostgreSQL's log of the running service, sent from plain JDBC in one
 * transaction: what the database alone could do, as pgbench would measure it. An outbox row is deleted at once, so that the running relay
 * does not publish it.
 */
final class Statements implements AutoCloseable {
    private final List<String> statements;
    private final BlockingQueue<Session> sessions = new LinkedBlockingQueue<>();

    private record Session(Connection connection, List<PreparedStatement> prepared) {
    }

    /**
     * Opens the connections.
     *
     * @param file resource with statements, {@code $key} stands for the text of one run
     */
    Statements(String file, int connections, Connector connector) throws IOException, SQLException {
        try (InputStream in = Statements.class.getResourceAsStream("/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            statements = Arrays.stream(text.split(";\\s*\n")).map(String::trim).filter(line -> !line.isEmpty())
                    .toList();
        }
        for (int number = 0; number < connections; number++) {
            Connection connection = connector.connect();
            connection.setAutoCommit(false);
            List<PreparedStatement> prepared = new ArrayList<>();
            for (String statement : statements) {
                prepared.add(connection.prepareStatement(statement.replace("$key", "?")));
            }
            sessions.add(new Session(connection, prepared));
        }
    }

    /** Where connections come from. */
    interface Connector {
        Connection connect() throws SQLException;
    }

    /** One transaction; every {@code $key} in it is the same text. */
    void run(String key) throws SQLException, InterruptedException {
        Session session = sessions.take();
        try {
            for (int number = 0; number < statements.size(); number++) {
                PreparedStatement statement = session.prepared().get(number);
                int keys = statements.get(number).split("\\$key", -1).length - 1;
                for (int index = 1; index <= keys; index++) {
                    statement.setString(index, key);
                }
                statement.execute();
            }
            session.connection().commit();
        } finally {
            sessions.add(session);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Session session : sessions) {
            session.connection().close();
        }
    }
}
