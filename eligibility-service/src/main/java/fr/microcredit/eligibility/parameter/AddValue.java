package fr.microcredit.eligibility.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** Adds a national value with its source and the day since when it is known. A value is never changed, only followed. */
@ApplicationScoped
public class AddValue {
    private static final ProblemType EXISTS = new ProblemType("parameter-value-exists", 409);

    private final ParameterValues values;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    AddValue(ParameterValues values, AuditTrail audit, BusinessCalendar calendar) {
        this.values = values;
        this.audit = audit;
        this.calendar = calendar;
    }

    /**
     * @param name      code of a {@link ParameterName}
     * @param to        last day, or null
     * @param knownFrom day since when it is known, or null for today
     */
    public record Command(String name, LocalDate from, LocalDate to, BigDecimal value, String source,
            LocalDate knownFrom) {
    }

    public Uni<DatedValue> handle(Actor actor, Command command) {
        ParameterName name = ParameterName.ofCode(command.name())
                .orElseThrow(() -> invalid("/name", "unknown-parameter"));
        if (command.to() != null && command.to().isBefore(command.from())) {
            throw invalid("/to", "ends-before-it-begins");
        }
        return calendar.dateOf(command.knownFrom(), "/knownFrom")
                .map(known -> new DatedValue(name, command.from(), Optional.ofNullable(command.to()), command.value(),
                        command.source(), known, 0))
                .call(value -> add(actor, value));
    }

    private Uni<Void> add(Actor actor, DatedValue value) {
        return values.add(value, actor.subject()).invoke(fresh -> {
            if (!fresh) {
                throw new ProblemException(EXISTS);
            }
        }).chain(() -> audit.record(actor, "parameter-value-added", value.name().code(),
                Map.of("from", value.from().toString(), "value", value.value().toPlainString(), "knownFrom",
                        value.knownFrom().toString())));
    }

    private static ProblemException invalid(String pointer, String code) {
        return new ProblemException(Problems.INVALID, Violation.at(pointer, code));
    }
}
