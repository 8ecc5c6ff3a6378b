package fr.microcredit.deploy.acceptance;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The platform's databases under their administrator's hands. */
final class Databases {
    private Databases() {
    }

    static void run(RunningPlatform platform, String database, String... statements) {
        try (Connection connection = platform.platform().postgres().connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of the first row. */
    static String text(RunningPlatform platform, String database, String query) {
        try (Connection connection = platform.platform().postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next() ? found.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A copy of a service's database as it is now; nobody may be connected to it. */
    static void keep(RunningPlatform platform, String database) {
        run(platform, "postgres", apart(database), "create database " + kept(database) + " template " + database,
                together(database));
    }

    /** The copy takes the place of the database, which waits beside it. */
    static void setBack(RunningPlatform platform, String database) {
        swap(platform, database, kept(database), database + "_newest");
    }

    /** The newest state is put back. */
    static void restore(RunningPlatform platform, String database) {
        swap(platform, database, database + "_newest", kept(database));
    }

    private static void swap(RunningPlatform platform, String database, String other, String aside) {
        run(platform, "postgres", apart(database), "alter database " + database + " rename to " + aside,
                "alter database " + other + " rename to " + database, together(database));
    }

    private static String kept(String database) {
        return database + "_kept";
    }

    /** Nobody else is connected any more, and nobody comes. */
    private static String apart(String database) {
        return "alter database " + database + " allow_connections false; "
                + "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + database + "'";
    }

    private static String together(String database) {
        return "alter database " + database + " allow_connections true";
    }
}
