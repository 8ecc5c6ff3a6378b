package fr.microcredit.kit.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.microcredit.kit.money.Money;

/** Flows of a worked example: {@code D@2012-01-12:200000,R@2012-02-15..x240m:1433.57} lends once and pays 240 times. */
final class ExampleFlows {
    private static final Pattern ITEM = Pattern.compile("([DR])@([-0-9]{10})(?:\\.\\.x(\\d+)([dwmy]))?:([0-9.]+)");

    private ExampleFlows() {
    }

    static List<DatedFlow> parse(String text) {
        List<DatedFlow> flows = new ArrayList<>();
        for (String item : text.split(",")) {
            Matcher parts = ITEM.matcher(item);
            if (!parts.matches()) {
                throw new IllegalArgumentException(item);
            }
            int count = parts.group(3) == null ? 1 : Integer.parseInt(parts.group(3));
            LocalDate first = LocalDate.parse(parts.group(2));
            for (int number = 0; number < count; number++) {
                LocalDate on = parts.group(4) == null ? first : step(first, number, parts.group(4).charAt(0));
                flows.add(flow(parts.group(1), on, Money.ofEuros(parts.group(5))));
            }
        }
        return flows;
    }

    private static LocalDate step(LocalDate first, int number, char unit) {
        return switch (unit) {
            case 'd' -> first.plusDays(number);
            case 'w' -> first.plusWeeks(number);
            case 'm' -> first.plusMonths(number);
            default -> first.plusYears(number);
        };
    }

    private static DatedFlow flow(String kind, LocalDate on, Money amount) {
        return kind.equals("D") ? DatedFlow.drawdown(on, amount) : DatedFlow.payment(on, amount);
    }
}
