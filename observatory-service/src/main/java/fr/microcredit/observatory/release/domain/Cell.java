package fr.microcredit.observatory.release.domain;

import java.util.OptionalLong;

/**
 * A count as it may be published.
 *
 * @param value empty where it is secret
 */
public record Cell(String item, OptionalLong value) {
    static Cell of(Counted counted, boolean shown) {
        return new Cell(counted.item(), shown ? OptionalLong.of(counted.value()) : OptionalLong.empty());
    }
}
