package fr.microcredit.kit.http;

import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.json.KitJson;
import fr.microcredit.kit.problem.Problem;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.sql.Row;
import fr.microcredit.kit.sql.Sql;
import fr.microcredit.kit.tenancy.DataScope;
import fr.microcredit.kit.tenancy.UnitOfWork;
import fr.microcredit.kit.tenancy.UnitOfWork.Moved;

/**
 * Remembers what a command was answered, in the transaction of its effect: the status and the identifier of what it speaks
 * of, or the refusal; never a body.
 */
@ApplicationScoped
class KnownAnswers {
    private static final String ENTER = """
                                        select locked, business_date, request_hash, status, resource, problem
                                        from enter_command(:scope, :name, :tenant, :client, :operation, :key, :dossier)""";
    private static final String KEEP = """
                                       insert into idempotency (tenant, client, operation, key, request_hash, status, resource, problem)
                                       select :tenant, :client, :operation, :key, :hash, :status, :resource, :problem""";
    private static final String KEEP_WITH_ENTRY = KEEP + " from " + AuditTrail.APPENDED;

    /**
     * A kept answer.
     *
     * @param resource key of what it speaks of, empty for a refusal
     * @param problem  of a refusal
     */
    record Known(int status, String resource, Optional<Problem> problem) {
        static Known done(int status, String resource) {
            return new Known(status, resource, Optional.empty());
        }

        static Known refused(Problem problem) {
            return new Known(problem.status(), "", Optional.of(problem));
        }
    }

    /**
     * Enters the scope, locks the dossier the command names, and looks for the answer given before. The same command under way
     * at this moment is told so at once: a plain insert would wait for it.
     */
    Uni<Optional<Known>> enter(DataScope scope, CommandKey key) {
        return bound(ENTER, key).with("scope", scope.reach()).with("name", key.lockName())
                .with("dossier", key.dossier())
                .list(row -> row).map(rows -> entered(rows.get(0), key));
    }

    private static Optional<Known> entered(Row row, CommandKey key) {
        if (!row.flag("locked")) {
            throw new ProblemException(Problems.KEY_IN_USE);
        }
        if (!key.dossier().isEmpty()) {
            Locks.held(key.dossier());
        }
        UnitOfWork.current().keep(Moved.class, Moved.NAME, new Moved(row.maybe("business_date", Row::date)));
        return row.maybe("request_hash", Row::text).map(hash -> known(row, key));
    }

    private static Known known(Row row, CommandKey key) {
        if (!row.text("request_hash").equals(key.requestHash())) {
            throw new ProblemException(Problems.KEY_REUSED);
        }
        String problem = row.text("problem");
        return new Known(row.integer("status"), row.text("resource"),
                problem.isEmpty() ? Optional.empty() : Optional.of(KitJson.read(problem, Problem.class)));
    }

    /** With the end of the running transaction. */
    void keep(CommandKey key, Known answer) {
        UnitOfWork.current().atEnd(kept(KEEP, key, answer));
    }

    /**
     * The same together with the entry of the audit chain.
     *
     * @param entry binds it
     */
    void keepWithEntry(CommandKey key, Known answer, UnaryOperator<Sql> entry) {
        UnitOfWork.current().atEnd(entry.apply(kept(KEEP_WITH_ENTRY, key, answer)));
    }

    private static Sql kept(String statement, CommandKey key, Known answer) {
        return bound(statement, key).with("hash", key.requestHash()).with("status", answer.status())
                .with("resource", answer.resource())
                .with("problem", answer.problem().map(KitJson::write).orElse(""));
    }

    private static Sql bound(String statement, CommandKey key) {
        return Sql.of(statement).with("tenant", key.tenant()).with("client", key.client())
                .with("operation", key.operation()).with("key", key.key());
    }
}
