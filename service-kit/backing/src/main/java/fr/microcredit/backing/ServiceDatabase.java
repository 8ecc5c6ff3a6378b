package fr.microcredit.backing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A service's database with its two roles, made from the SQL files in {@code deploy/postgres}.
 *
 * @param name          of the database; the roles are {@code <name>_owner} and {@code <name>_app}
 * @param ownerPassword of the role that runs Flyway
 * @param appPassword   of the role the service works with
 */
public record ServiceDatabase(String name, String ownerPassword, String appPassword) {
    public String owner() {
        return name + "_owner";
    }

    public String app() {
        return name + "_app";
    }

    /** Does nothing where the database exists already. */
    public void createIn(PostgresProcess postgres, Path scripts) throws SQLException, IOException {
        try (Connection server = postgres.connect("postgres")) {
            if (exists(server)) {
                return;
            }
            run(server, scripts.resolve("roles.sql"));
        }
        try (Connection database = postgres.connect(name)) {
            run(database, scripts.resolve("grants.sql"));
        }
    }

    private boolean exists(Connection server) throws SQLException {
        try (var query = server.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
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
                    statement.execute(each);
                }
            }
        }
    }
}
