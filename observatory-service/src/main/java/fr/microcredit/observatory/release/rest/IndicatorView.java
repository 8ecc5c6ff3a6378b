package fr.microcredit.observatory.release.rest;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

import fr.microcredit.observatory.release.domain.Cell;
import fr.microcredit.observatory.release.domain.Release;

/**
 * Indicators of the region as they are published, by closed year. A cell that may not be shown reads {@code "secret"}, never
 * 0.
 *
 * @param personsMin persons a cell must have to be shown
 */
public record IndicatorView(int personsMin, List<Item> funnel, List<Loans> loans, List<Item> purposes,
        List<Item> delays) {
    private static final String SECRET = "secret";

    /** @param value a number, or {@code "secret"} */
    public record Item(String period, String item, Object value) {
    }

    /** Amounts in cents; each figure a number, or {@code "secret"}. */
    public record Loans(String period, Object loans, Object totalCents, Object meanCents, Object medianCents,
            Object meanTermMonths) {
        static Loans of(Release release) {
            var loans = release.loans();
            return new Loans(year(release), shown(loans.loans()), shown(loans.total()), shown(loans.mean()),
                    shown(loans.median()), shown(loans.meanTermMonths()));
        }
    }

    static IndicatorView of(int personsMin, List<Release> releases) {
        return new IndicatorView(personsMin, items(releases, Release::funnel),
                releases.stream().map(Loans::of).toList(), items(releases, Release::purposes),
                items(releases, Release::delays));
    }

    private static List<Item> items(List<Release> releases, Function<Release, List<Cell>> table) {
        return releases.stream().flatMap(release -> table.apply(release).stream()
                .map(cell -> new Item(year(release), cell.item(), shown(cell.value())))).toList();
    }

    private static String year(Release release) {
        return String.valueOf(release.year());
    }

    private static Object shown(OptionalLong value) {
        return value.isPresent() ? (Object) value.getAsLong() : SECRET;
    }
}
