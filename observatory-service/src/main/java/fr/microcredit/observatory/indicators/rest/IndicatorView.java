package fr.microcredit.observatory.indicators.rest;

import java.util.List;
import java.util.OptionalLong;

import fr.microcredit.observatory.indicators.domain.Cell;
import fr.microcredit.observatory.indicators.domain.LoanCell;
import fr.microcredit.observatory.indicators.domain.Release;

/**
 * Indicators as they are published. A cell that may not be shown reads {@code "secret"}, never 0.
 *
 * @param personsMin persons a cell must have to be shown
 * @param by         {@code year} or {@code quarter}
 * @param territory  {@code region} or {@code office}
 */
public record IndicatorView(int personsMin, String by, String territory, List<Item> funnel, List<Loans> loans,
        List<Item> purposes, List<Item> delays) {
    private static final String SECRET = "secret";

    /** @param value a number, or {@code "secret"} */
    public record Item(String territory, String period, String item, Object value) {
        static Item of(Cell cell) {
            return new Item(cell.territory(), cell.period(), cell.item(), shown(cell.value()));
        }
    }

    /** Amounts in cents; each figure a number, or {@code "secret"}. */
    public record Loans(String territory, String period, Object loans, Object totalCents, Object meanCents,
            Object medianCents, Object meanTermMonths) {
        static Loans of(LoanCell cell) {
            return new Loans(cell.territory(), cell.period(), shown(cell.loans()), shown(cell.total()),
                    shown(cell.mean()), shown(cell.median()), shown(cell.meanTermMonths()));
        }
    }

    static IndicatorView of(String by, String territory, Release release) {
        return new IndicatorView(release.personsMin(), by, territory, items(release.funnel()),
                release.loans().stream().map(Loans::of).toList(), items(release.purposes()), items(release.delays()));
    }

    private static List<Item> items(List<Cell> cells) {
        return cells.stream().map(Item::of).toList();
    }

    private static Object shown(OptionalLong value) {
        return value.isPresent() ? (Object) value.getAsLong() : SECRET;
    }
}
