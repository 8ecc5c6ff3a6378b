package fr.microcredit.kit.http;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;

import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;
import fr.microcredit.kit.problem.Violation;

/** Constants and days in addresses are written as in JSON; others are malformed, and not simply not found. */
@Provider
public class Parameters implements ParamConverterProvider {
    static Violation wrong(String place) {
        return Violation.at(place, "wrong-value");
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type.isEnum()) {
            return (ParamConverter<T>) new Converter<>(text -> Codes.parse((Class) type, text));
        }
        return type == LocalDate.class ? (ParamConverter<T>) new Converter<>(Parameters::day) : null;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!PlausibleDate.isPlausible(day)) {
            throw new IllegalArgumentException("Implausible");
        }
        return day;
    }

    private record Converter<T>(Function<String, T> reading) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            try {
                return text == null ? null : reading.apply(text);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new ProblemException(Problems.MALFORMED, wrong("?"));
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
