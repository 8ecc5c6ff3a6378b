package fr.microcredit.deploy.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.deploy.local.platform.Platform;

/**
 * What PostgreSQL itself counts: executed statements and their time, by database. Entries, commits and what the relay sends
 * are among them; planning is not in the time.
 */
final class StatementCount {
    private static final String BY_DATABASE = """
                                              select d.datname, sum(s.calls) as calls, sum(s.total_exec_time + s.total_plan_time) as millis
                                              from pg_stat_statements s join pg_database d on d.oid = s.dbid
                                              where d.datname not in ('postgres', 'keycloak') group by d.datname order by millis desc""";
    private static final int DIGITS = 2;

    private final Platform platform;

    StatementCount(Platform platform) {
        this.platform = platform;
    }

    /** Begins to count from zero. */
    void begin() throws SQLException {
        try (Connection connection = platform.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_stat_statements");
            statement.execute("select pg_stat_statements_reset()");
        }
    }

    /** For each of so many commands since the beginning: statements and milliseconds, by database. */
    String each(long commands) throws SQLException {
        List<String> databases = new ArrayList<>();
        BigDecimal all = BigDecimal.ZERO;
        try (Connection connection = platform.postgres().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(BY_DATABASE)) {
            while (found.next()) {
                BigDecimal millis = each(found.getBigDecimal("millis"), commands);
                all = all.add(millis);
                databases.add(found.getString("datname") + " " + each(found.getBigDecimal("calls"), commands) + " in "
                        + millis + " ms");
            }
        }
        return all + " ms: " + String.join(", ", databases);
    }

    private static BigDecimal each(BigDecimal sum, long commands) {
        return sum.divide(BigDecimal.valueOf(Math.max(1, commands)), DIGITS, RoundingMode.HALF_UP);
    }
}
