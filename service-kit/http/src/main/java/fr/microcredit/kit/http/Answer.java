package fr.microcredit.kit.http;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;

/**
 * How a command on a resource is answered: by reading the resource, in the scope of whoever asks. A repeated command reads
 * it again, so that nothing of a person has to be kept for it.
 *
 * @param read     the resource by its key; empty where this actor has none of that key
 * @param view     its representation
 * @param location path of the resource a command makes, by its key; empty where it makes none
 * @param possible what can be done with what the act concerns as it stands, told with a refusal; empty where nobody says
 */
public record Answer<T>(BiFunction<Actor, String, Uni<Optional<Kept<T>>>> read, Function<Kept<T>, Object> view,
        Optional<Function<String, String>> location,
        Optional<BiFunction<Actor, String, Uni<Optional<List<String>>>>> possible) {

    public static <T> Answer<T> of(BiFunction<Actor, String, Uni<Optional<Kept<T>>>> read, Function<T, Object> view) {
        return new Answer<>(read, kept -> view.apply(kept.state()), Optional.empty(), Optional.empty());
    }

    /** The same, telling who is refused what is possible instead. */
    public Answer<T> offering(Function<T, List<String>> acts) {
        return offering((actor, state) -> acts.apply(state));
    }

    /** The same where it depends on who asks, such as on a second person. */
    public Answer<T> offering(BiFunction<Actor, T, List<String>> acts) {
        return offeringFrom((actor, key) -> read.apply(actor, key)
                .map(found -> found.map(kept -> acts.apply(actor, kept.state()))));
    }

    /**
     * The same where more has to be read for it than for the answer.
     *
     * @param acts by the key that the act concerns ({@link Act#concerning}); empty where this actor has none of that key
     */
    public Answer<T> offeringFrom(BiFunction<Actor, String, Uni<Optional<List<String>>>> acts) {
        return new Answer<>(read, view, location, Optional.of(acts));
    }

    /** The same for a command that makes the resource. */
    public Answer<T> at(String prefix) {
        return new Answer<>(read, view, Optional.of(key -> prefix + key), possible);
    }

    /** For commands whose success says everything. */
    public static Answer<String> none() {
        return new Answer<>((actor, key) -> Uni.createFrom().item(Optional.of(new Kept<>(key, -1, key))), kept -> null,
                Optional.empty(), Optional.empty());
    }

    Uni<Kept<T>> present(Actor actor, String key) {
        return read.apply(actor, key).map(found -> found.orElseThrow(RefusedException::unknown));
    }
}
