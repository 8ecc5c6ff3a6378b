package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.params.aggregator.ArgumentsAccessor;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/** One row of a file under {@code cases}: what is not written there is as in {@link Request}. */
record TerritoryCase(ArgumentsAccessor row) {

    /** The columns, in the order of the files. */
    enum Column {
        CASE("case"), SCHEME("scheme"), APPLIED_ON("appliedOn"), KNOWN_ON("knownOn"), COMMUNE("commune"),
        PERSONS_FROM_14("personsFrom14"), PERSONS_UNDER_14("personsUnder14"), LONE_PARENT("loneParent"),
        RESOURCES("resources"), CHARGES("charges"), LOAN_INSTALMENTS("loanInstalments"), EXISTING_DEBT("existingDebt"),
        OVER_INDEBTED("overIndebted"), PURPOSE("purpose"), GROUND("ground"), AMOUNT("amount"), MONTHS("months"),
        OTHER_EXPOSURE("otherExposure"), RULE("rule"), OUTCOME("outcome"), CODE("code"), FIGURES("figures");

        private final String header;

        Column(String header) {
            this.header = header;
        }

        static String headerLine() {
            return String.join(",", Arrays.stream(values()).map(column -> column.header).toList());
        }
    }

    Optional<String> cell(Column column) {
        return Optional.ofNullable(row.getString(column.ordinal()));
    }

    String required(Column column) {
        return cell(column)
                .orElseThrow(() -> new IllegalArgumentException(column.header + " is missing in " + row.getString(0)));
    }

    /** Whether the expected outcome is this word of the files. */
    boolean expects(String outcome) {
        return required(Column.OUTCOME).equals(outcome);
    }

    /** Figures the outcome or note must carry, each as {@code name=value}. */
    List<String> figures() {
        return cell(Column.FIGURES).map(figures -> List.of(figures.split(";"))).orElse(List.of());
    }

    Findings findings() {
        return request().findings();
    }

    private Request request() {
        Request usual = Request.at(required(Column.SCHEME), required(Column.APPLIED_ON), required(Column.COMMUNE));
        Request known = cell(Column.KNOWN_ON).map(day -> usual.knownOn(LocalDate.parse(day))).orElse(usual);
        return wishing(owing(household(known)));
    }

    private Request household(Request r) {
        return r.household(number(Column.PERSONS_FROM_14).orElse(1), number(Column.PERSONS_UNDER_14).orElse(0),
                yes(Column.LONE_PARENT)).resources(money(Column.RESOURCES).orElse(r.situation().resources()))
                .charges(money(Column.CHARGES).orElse(r.situation().charges()));
    }

    private Request owing(Request r) {
        return r.owing(money(Column.LOAN_INSTALMENTS).orElse(Money.ZERO),
                money(Column.EXISTING_DEBT).orElse(Money.ZERO), yes(Column.OVER_INDEBTED))
                .otherExposure(money(Column.OTHER_EXPOSURE).orElse(Money.ZERO));
    }

    private Request wishing(Request r) {
        return r.purpose(cell(Column.PURPOSE).orElse(Codes.of(r.wish().purpose())))
                .ground(cell(Column.GROUND).orElse(Codes.of(r.wish().ground()))).asking(
                        money(Column.AMOUNT).orElse(r.wish().amount()),
                        number(Column.MONTHS).orElse(r.wish().months()));
    }

    private Optional<Money> money(Column column) {
        return cell(column).map(Money::ofEuros);
    }

    private Optional<Integer> number(Column column) {
        return cell(column).map(Integer::valueOf);
    }

    private boolean yes(Column column) {
        return cell(column).map(word -> word.toLowerCase(Locale.ROOT).equals("yes")).orElse(false);
    }
}
