package fr.microcredit.kit.sql;

import java.util.UUID;

/** One row of a native query, read by position. */
public final class Row {
    private final Object[] values;

    Row(Object raw) {
        this.values = raw instanceof Object[] many ? many : new Object[]{raw};
    }

    public boolean isNull(int position) {
        return values[position] == null;
    }

    public String text(int position) {
        return values[position] == null ? null : values[position].toString();
    }

    public long number(int position) {
        return ((Number) values[position]).longValue();
    }

    public int integer(int position) {
        return Math.toIntExact(number(position));
    }

    public boolean flag(int position) {
        return (Boolean) values[position];
    }

    public UUID uuid(int position) {
        return values[position] instanceof UUID id ? id : UUID.fromString(text(position));
    }

    public byte[] bytes(int position) {
        return (byte[]) values[position];
    }
}
