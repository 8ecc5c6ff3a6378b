package fr.microcredit.eligibility.scheme.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * National values by name, each dated and sourced. Where no value holds on a day there is none: nothing is interpolated.
 *
 * @param values by parameter name, such as {@code smic-net-monthly} in euros
 */
public record Parameters(Map<String, List<DatedValue>> values) {
    public static final String SMIC_NET_MONTHLY = "smic-net-monthly";
    public static final String RMI_MONTHLY = "rmi-monthly";

    public Optional<DatedValue> on(String name, LocalDate day) {
        return values.getOrDefault(name, List.of()).stream().filter(value -> value.holdsOn(day)).findFirst();
    }
}
