package fr.microcredit.kit.act;

import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.outbox.Events;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;
import fr.microcredit.kit.time.BusinessCalendar;

/**
 * The way every human act goes: its business date, the lock, the state, the version it builds on, the order of dates, the
 * decision, and then what follows from it. The entry in the audit chain comes with the command. A use case names its parts
 * and holds its decision, nothing else.
 */
@ApplicationScoped
public class Acts {
    private final BusinessCalendar calendar;
    private final Events events;

    Acts(BusinessCalendar calendar, Events events) {
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * An act on something the actor has read.
     *
     * @param lock what it waits for: the dossier, or the thing itself where it is of none
     * @param rule decides on the state as of the business date
     */
    public <S extends Aggregate, E> Uni<Kept<S>> change(Act act, Store<S> store, String lock, String key,
            BiFunction<S, LocalDate, Decision<S, E>> rule) {
        return changeAfter(act, store, lock, key, (state, on) -> Uni.createFrom().item(rule.apply(state, on)));
    }

    /** The same for a rule that has to look something up first. */
    public <S extends Aggregate, E> Uni<Kept<S>> changeAfter(Act act, Store<S> store, String lock, String key,
            BiFunction<S, LocalDate, Uni<Decision<S, E>>> rule) {
        long version = act.expectedVersion();
        return calendar.dateOf(act).chain(on -> present(act, store, lock, key)
                .invoke(known -> Versions.check(version, known.version()))
                .chain(known -> decide(act, store, known, on, rule)));
    }

    /** An act that says itself what it is about, so that it names no version: a report, a ruling. */
    public <S extends Aggregate, E> Uni<Kept<S>> report(Act act, Store<S> store, String lock, String key,
            BiFunction<S, LocalDate, Decision<S, E>> rule) {
        return reportAfter(act, store, lock, key, (state, on) -> Uni.createFrom().item(rule.apply(state, on)));
    }

    /** The same for a rule that has to look something up first. */
    public <S extends Aggregate, E> Uni<Kept<S>> reportAfter(Act act, Store<S> store, String lock, String key,
            BiFunction<S, LocalDate, Uni<Decision<S, E>>> rule) {
        return calendar.dateOf(act)
                .chain(on -> present(act, store, lock, key).chain(known -> decide(act, store, known, on, rule)));
    }

    /** An act that makes something new. */
    public <S extends Aggregate, E> Uni<Kept<S>> open(Act act, Store<S> store,
            Function<LocalDate, Decision<S, E>> rule) {
        return calendar.dateOf(act).chain(on -> {
            Decision.Accepted<S, E> accepted = rule.apply(on).orThrow(RefusedException::new);
            return store.add(accepted.state()).invoke(kept -> follow(act, accepted, on));
        });
    }

    private static <S extends Aggregate> Uni<Kept<S>> present(Act act, Store<S> store, String lock, String key) {
        act.concerning(key);
        return Locks.ahead(lock).chain(() -> store.locked(key))
                .map(found -> found.filter(kept -> kept.state().tenant().equals(act.actor().tenantId()))
                        .orElseThrow(RefusedException::unknown));
    }

    private <S extends Aggregate, E> Uni<Kept<S>> decide(Act act, Store<S> store, Kept<S> known, LocalDate on,
            BiFunction<S, LocalDate, Uni<Decision<S, E>>> rule) {
        BusinessCalendar.requireNotBefore(known.state().lastOn(), on, act.pointer());
        return rule.apply(known.state(), on).map(decision -> decision.orThrow(RefusedException::new))
                .chain(accepted -> {
                    boolean repeated = accepted.events().isEmpty() && accepted.state().equals(known.state());
                    return repeated
                            ? Uni.createFrom().item(known).invoke(act::repeated)
                            : store.save(accepted.state()).invoke(kept -> follow(act, accepted, on));
                });
    }

    private <S extends Aggregate, E> void follow(Act act, Decision.Accepted<S, E> accepted, LocalDate on) {
        act.noting("effectiveOn", on.toString());
        publish(accepted.state(), on, accepted.events());
    }

    private void publish(Aggregate state, LocalDate on, List<?> told) {
        if (state instanceof OfDossier ofDossier) {
            events.publish(ofDossier.about(), on, told);
        } else {
            told.forEach(event -> events.publish(state.key(), on, (Record) event));
        }
    }
}
