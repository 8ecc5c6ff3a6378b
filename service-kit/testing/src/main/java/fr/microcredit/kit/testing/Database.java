package fr.microcredit.kit.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.backing.PostgresProcess;

/** Looks behind a service, past its row-level security: only for tests. */
public final class Database {
    private final PostgresProcess postgres;
    private final String name;

    Database(PostgresProcess postgres, String name) {
        this.postgres = postgres;
        this.name = name;
    }

    /** Every row as its columns' text, joined by {@code |}. */
    public List<String> rows(String sql, Object... parameters) {
        try (Connection connection = postgres.connect(name);
                PreparedStatement query = connection.prepareStatement(sql)) {
            bind(query, parameters);
            return read(query);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public long number(String sql, Object... parameters) {
        return Long.parseLong(rows(sql, parameters).get(0));
    }

    public int execute(String sql, Object... parameters) {
        try (Connection connection = postgres.connect(name);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Several statements, separated by semicolons, whatever they answer. */
    public void script(String sql) {
        try (Connection connection = postgres.connect(name); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int index = 0; index < parameters.length; index++) {
            statement.setObject(index + 1, parameters[index]);
        }
    }

    private static List<String> read(PreparedStatement query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = query.executeQuery()) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(column == 1 ? "" : "|").append(result.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
