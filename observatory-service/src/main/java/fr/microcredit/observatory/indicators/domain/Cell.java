package fr.microcredit.observatory.indicators.domain;

import java.util.OptionalLong;

/**
 * A published count.
 *
 * @param value empty where it is secret
 */
public record Cell(String territory, String period, String item, OptionalLong value) {
    static Cell of(Counted counted, Secrecy secrecy) {
        return new Cell(counted.territory(), counted.period(), counted.item(),
                secrecy.count(counted.value(), counted.persons()));
    }
}
