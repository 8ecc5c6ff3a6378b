package fr.microcredit.kit.sql;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import io.vertx.core.buffer.Buffer;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/** One row of a statement's result, read by the names of its columns. */
public final class Row {
    private final io.vertx.sqlclient.Row row;

    Row(io.vertx.sqlclient.Row row) {
        this.row = row;
    }

    public String text(String column) {
        return row.getString(column);
    }

    public long number(String column) {
        return row.getLong(column);
    }

    public int integer(String column) {
        return row.getInteger(column);
    }

    public boolean flag(String column) {
        return row.getBoolean(column);
    }

    public UUID uuid(String column) {
        return row.getUUID(column);
    }

    public LocalDate date(String column) {
        return row.getLocalDate(column);
    }

    public OffsetDateTime moment(String column) {
        return row.getOffsetDateTime(column);
    }

    public BigDecimal decimal(String column) {
        return row.getBigDecimal(column);
    }

    public Money money(String column) {
        return Money.ofCents(number(column));
    }

    /** A constant that is stored by its code. */
    public <T extends Enum<T>> T code(Class<T> kind, String column) {
        return Codes.parse(kind, text(column));
    }

    /** Null where the column is. */
    public byte[] bytes(String column) {
        Buffer bytes = row.getBuffer(column);
        return bytes == null ? null : bytes.getBytes();
    }

    /** The column's value as another method reads it, or empty where it is null: {@code maybe("paid_on", Row::date)}. */
    public <T> Optional<T> maybe(String column, BiFunction<Row, String, T> read) {
        return row.getValue(column) == null ? Optional.empty() : Optional.of(read.apply(this, column));
    }
}
