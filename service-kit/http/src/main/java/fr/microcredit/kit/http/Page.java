package fr.microcredit.kit.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next  cursor of the part after this one, absent at the end
 */
public record Page<V>(List<V> items, Optional<String> next) {
    public static <T extends Aggregate, V> Page<V> of(List<Kept<T>> found, int limit, Function<T, V> view) {
        List<V> items = found.stream().map(kept -> view.apply(kept.state())).toList();
        if (found.size() < limit) {
            return new Page<>(items, Optional.empty());
        }
        Kept<T> last = found.get(found.size() - 1);
        return new Page<>(items, Optional.of(Cursor.encoded(new Store.Place(last.state().day(), last.key()))));
    }
}
