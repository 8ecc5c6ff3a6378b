package fr.microcredit.kit.http;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

import fr.microcredit.kit.problem.Violation;

/** Says what is wrong with JSON that could not be read, and where; the content is not repeated. */
final class JsonFaults {
    private JsonFaults() {
    }

    static Violation violation(JsonProcessingException failure) {
        if (failure instanceof UnrecognizedPropertyException) {
            return Violation.at(pointer(failure), "unknown-field");
        }
        if (failure instanceof InvalidFormatException) {
            return Violation.at(pointer(failure), "wrong-value");
        }
        if (failure instanceof JsonMappingException) {
            return Violation.at(pointer(failure), "wrong-type");
        }
        return Violation.at("", "not-json");
    }

    private static String pointer(JsonProcessingException failure) {
        List<JsonMappingException.Reference> path = failure instanceof JsonMappingException mapping
                ? mapping.getPath()
                : List.of();
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : path) {
            pointer.append('/')
                    .append(step.getFieldName() == null
                            ? String.valueOf(step.getIndex())
                            : escape(step.getFieldName()));
        }
        return pointer.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
