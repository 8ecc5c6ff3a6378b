package fr.microcredit.kit.tenancy;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.sql.FailureOfMany;

/**
 * What the handlers of a batch ask for one dossier after the other: the first who asks, asks for all whom the transaction
 * expects ({@link UnitOfWork#expect}). Their dossiers are locked, so what was found of a dossier stays true until the
 * transaction ends; who changes it says so. What is kept under another name, such as a person's, is as it was when it was
 * asked for. Whatever was not expected is asked for by itself each time.
 */
public final class Foreseen<V> {
    private final Function<About, Optional<String>> naming;
    private final Function<Set<String>, Uni<Map<String, V>>> ask;

    /**
     * @param naming under which name it is found, or empty where there can be none
     * @param ask    finds those of several names; what is missing in the answer does not exist
     */
    public Foreseen(Function<About, Optional<String>> naming, Function<Set<String>, Uni<Map<String, V>>> ask) {
        this.naming = naming;
        this.ask = ask;
    }

    /** Empty where there is none. */
    public Uni<Optional<V>> of(String name) {
        Map<String, Optional<V>> known = known();
        if (known.containsKey(name)) {
            return Uni.createFrom().item(known.get(name));
        }
        Set<String> names = expected();
        if (!names.contains(name)) {
            return ask.apply(Set.of(name)).map(found -> Optional.ofNullable(found.get(name)));
        }
        names.removeAll(known.keySet());
        return (names.size() == 1 ? ask.apply(names) : FailureOfMany.within(ask.apply(names)))
                .invoke(found -> names.forEach(each -> known.put(each, Optional.ofNullable(found.get(each)))))
                .map(found -> known.get(name));
    }

    private Set<String> expected() {
        Set<String> names = new HashSet<>();
        UnitOfWork.current().expected().forEach(about -> naming.apply(about).ifPresent(names::add));
        return names;
    }

    /** What was found or written of this name, and whether it was asked for at all. */
    public Optional<Optional<V>> seen(String name) {
        return Optional.ofNullable(known().get(name));
    }

    /** It is this from now on. */
    public void changed(String name, V value) {
        known().computeIfPresent(name, (same, before) -> Optional.of(value));
    }

    /** It is this until the transaction ends or somebody says otherwise, whether it was expected or not. */
    public void remember(String name, Optional<V> value) {
        known().put(name, value);
    }

    private Map<String, Optional<V>> known() {
        return UnitOfWork.current().known(this);
    }
}
