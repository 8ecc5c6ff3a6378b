package fr.microcredit.eligibility.parameter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.domain.DatedValue;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.parameter.domain.ValueProposal;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * Adds a national value with its source and the day since when it is known: one person proposes it, another confirms it. A
 * value is never changed, only followed.
 */
@ApplicationScoped
public class AddValue {
    private static final String EXISTS = "parameter-value-exists";

    private final Acts acts;
    private final ParameterLibrary library;
    private final Store<ValueProposal> proposals;
    private final ParameterValues values;
    private final BusinessCalendar calendar;

    AddValue(Acts acts, ParameterLibrary library, Store<ValueProposal> proposals, ParameterValues values,
            BusinessCalendar calendar) {
        this.acts = acts;
        this.library = library;
        this.proposals = proposals;
        this.values = values;
        this.calendar = calendar;
    }

    /**
     * @param to        last day, or empty
     * @param knownFrom day since when it is known, or empty for today
     */
    public record Value(ParameterName name, LocalDate from, Optional<LocalDate> to, BigDecimal value, String source,
            Optional<LocalDate> knownFrom) {
        DatedValue knownOn(LocalDate today) {
            return new DatedValue(name, from, to, value, source, knownFrom.orElse(today), 0);
        }
    }

    /** Fails with {@code parameter-value-exists} like its confirmation, so that nobody waits in vain. */
    public Uni<Kept<ValueProposal>> propose(Act act, Value value) {
        act.noting("name", Codes.of(value.name())).noting("value", value.value().toPlainString()).noting("from",
                value.from().toString());
        return library.current().chain(all -> calendar.today().chain(today -> {
            DatedValue dated = value.knownOn(today);
            return acts.open(act, proposals, on -> all.has(dated)
                    ? Decision.refused(Reason.conflict(EXISTS))
                    : ValueProposal.propose(UUID.randomUUID(), dated, act.actor().subject(), today));
        }));
    }

    /** Fails with {@code parameter-value-exists} where one for this name, start and day of knowledge is there already. */
    public Uni<Kept<ValueProposal>> confirm(Act act, UUID id) {
        String key = id.toString();
        String by = act.actor().subject();
        return acts.change(act, proposals, key, key, (proposal, on) -> proposal.confirm(by, on))
                .call(kept -> act.isRepeated() ? Uni.createFrom().voidItem() : record(kept.state(), by));
    }

    /** What can be done with a proposal as it stands. */
    public Uni<Optional<List<ValueProposal.Act>>> possible(Actor actor, String key) {
        return Beside.of(proposals.find(key), library.current(), (found, all) -> found.map(Kept::state)
                .map(proposal -> proposal.possible(actor.subject(), all.has(proposal.value()))));
    }

    private Uni<Void> record(ValueProposal confirmed, String by) {
        return values.add(confirmed.value(), confirmed.proposedBy(), by).invoke(fresh -> {
            if (!fresh) {
                throw RefusedException.of(Reason.conflict(EXISTS));
            }
        }).replaceWithVoid();
    }
}
