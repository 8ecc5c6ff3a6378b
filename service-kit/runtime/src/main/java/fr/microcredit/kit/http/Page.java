package fr.microcredit.kit.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A part of a list.
 *
 * @param items in the list's order
 * @param next  cursor of the part after this one, absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, String next) {
    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 200;
}
