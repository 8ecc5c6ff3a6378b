package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/**
 * A service's database with its two roles, made from the SQL files in {@code deploy/postgres}.
 *
 * @param name          of the database; the roles are {@code <name>_owner} and {@code <name>_app}
 * @param ownerPassword of the role that runs Flyway
 * @param appPassword   of the role the service works with
 */
public record ServiceDatabase(String name, String ownerPassword, String appPassword) {
    /** SQLSTATE of a role and of a database that exist. */
    private static final Set<String> ALREADY_THERE = Set.of("42710", "42P04");

    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }

    /** Makes what is missing; what an interrupted start has left half-made is completed. */
    public void createIn(PostgresProcess postgres, Path scripts) throws SQLException, IOException {
        try (Connection server = postgres.connect("postgres")) {
            run(server, scripts.resolve("roles.sql"));
        }
        try (Connection database = postgres.connect(name)) {
            run(database, scripts.resolve("grants.sql"));
        }
    }

    /** Statement by statement, since a database can not be created inside a transaction. */
    private void run(Connection connection, Path script) throws SQLException, IOException {
        String text = Files.readString(script).replaceAll("(?m)^--.*$", "");
        for (Map.Entry<String, String> value : Map
                .of("service", name, "owner_password", ownerPassword, "app_password", appPassword).entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        try (Statement statement = connection.createStatement()) {
            for (String each : text.split(";\\s*\\n")) {
                if (!each.isBlank()) {
                    make(statement, each);
                }
            }
        }
    }

    private static void make(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            if (!ALREADY_THERE.contains(e.getSQLState())) {
                throw e;
            }
        }
    }
}
