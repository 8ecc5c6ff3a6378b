package fr.microcredit.guarantee.promise;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import fr.microcredit.guarantee.promise.domain.Asking;
import fr.microcredit.guarantee.promise.domain.Promise;
import fr.microcredit.guarantee.promise.domain.PromiseEvent;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/**
 * The way of every promise beside its loan: reserved on acceptance, taken up at disbursement, given back or lapsed. Each step
 * looks at where the promise stands, so that reading the bank's topic again decides nothing again; and it takes the ledger's
 * lock before any row, so that whatever competes is decided one after the other.
 */
public class Promising<P extends Promise, A extends Asking, E extends PromiseEvent<P>> {
    private final PromiseRules<P, A, E> rules;
    private final Store<P> store;
    private final PromiseBooks books;

    public Promising(PromiseRules<P, A, E> rules, Store<P> store, PromiseBooks books) {
        this.rules = rules;
        this.store = store;
        this.books = books;
    }

    /** The bank has accepted: what an earlier round had reserved goes back first. */
    public Uni<Void> accepted(A asking) {
        return known(asking.about()).chain(known -> isAnswered(known, asking.round())
                ? Uni.createFrom().voidItem()
                : keep(asking.about(), asking.on(), givenBack(known)).chain(() -> reserve(asking)));
    }

    private Uni<Void> reserve(A asking) {
        return asking.asksForAny()
                ? rules.reserve(asking).chain(event -> keep(asking.about(), asking.on(), List.of(event)))
                : Uni.createFrom().voidItem();
    }

    /** The bank has disagreed or refused: nothing stays reserved. */
    public Uni<Void> notAccepted(About about, int round, LocalDate on) {
        return known(about).chain(known -> isAnswered(known, round)
                ? Uni.createFrom().voidItem()
                : keep(about, on, givenBack(known)));
    }

    private boolean isAnswered(Optional<P> known, int round) {
        return known.map(promise -> promise.round() >= round).orElse(false);
    }

    private List<E> givenBack(Optional<P> known) {
        return known.filter(Promise::isReserved).map(rules::giveBack).map(List::of).orElse(List.of());
    }

    /**
     * The loan is paid out. A reservation that has run out while the bank was paying is asked for once more: the day-end and
     * the bank's report may cross.
     */
    public Uni<Void> disbursed(A asking) {
        return known(asking.about())
                .chain(known -> known.filter(Promise::hasLapsed).isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reserve(asking))
                .chain(() -> follow(asking.about(), asking.on(), promise -> promise.isReserved()
                        ? rules.takeUp(promise, asking).map(List::of)
                        : Uni.createFrom().item(List.of())))
                .chain(() -> agree(asking));
    }

    private Uni<Void> agree(A asking) {
        return become(asking.about(), promise -> rules.agreed(promise, asking));
    }

    /** A change that nobody is told of, where there is one. */
    public Uni<Void> become(About about, Function<P, Optional<P>> rule) {
        return known(about).chain(known -> known.flatMap(rule)
                .map(promise -> store.save(promise).replaceWithVoid())
                .orElse(Uni.createFrom().voidItem()));
    }

    /** What an event of the loan leads to, where anything was promised. */
    public Uni<Void> follow(About about, LocalDate on, Function<P, Uni<List<E>>> rule) {
        return known(about).chain(known -> known.isEmpty()
                ? Uni.createFrom().voidItem()
                : rule.apply(known.get()).chain(events -> keep(about, on, events)));
    }

    /** At the end of a day: what the rule makes of each. */
    public Uni<Integer> atDayEnd(LocalDate day, Uni<List<Kept<P>>> due, Function<P, List<E>> rule) {
        return books.ledger().entered().chain(() -> due)
                .call(found -> Each.inOrder(found, kept -> keep(kept.state().about(), day, rule.apply(kept.state()))))
                .map(List::size);
    }

    private Uni<Optional<P>> known(About about) {
        return books.ledger().entered().chain(() -> store.locked(Promise.keyOf(about)))
                .map(found -> found.map(Kept::state));
    }

    private Uni<Void> keep(About about, LocalDate on, List<E> events) {
        return Each.inOrder(events, event -> apply(about, on, event))
                .invoke(() -> books.events().publish(about, on, events));
    }

    /** What was told before is true: nobody is told again. */
    public Uni<Void> takeOver(About about, LocalDate on, E event) {
        return books.ledger().entered().chain(() -> apply(about, on, event));
    }

    private Uni<Void> apply(About about, LocalDate on, E event) {
        return store.locked(Promise.keyOf(about)).chain(known -> {
            PromiseEvent.Applied<P> applied = event
                    .onto(new PromiseEvent.Before<>(known.map(Kept::state), about, on));
            return store.put(known, applied.promise()).chain(() -> books.ledger().post(applied.entry()))
                    .chain(() -> books.exposures().change(about.personId(), applied.exposure()));
        });
    }
}
