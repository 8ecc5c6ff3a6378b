package fr.microcredit.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;

import fr.microcredit.kit.problem.Violation;

/** Bean Validation's findings as violations with a pointer and a stable code. */
final class Constraints {
    private static final Map<String, String> CODES = Map.of("NotNull", "required", "NotBlank", "required", "NotEmpty",
            "required", "DecimalMin", "min", "DecimalMax", "max");
    private static final List<String> LIMITS = List.of("min", "max", "value");

    private Constraints() {
    }

    static Violation violation(ConstraintViolation<?> found) {
        Map<String, Object> attributes = found.getConstraintDescriptor().getAttributes();
        String constraint = found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        List<String> arguments = LIMITS.stream().filter(attributes::containsKey).map(attributes::get)
                .map(String::valueOf).toList();
        return new Violation(pointer(found), CODES.getOrDefault(constraint, kebab(constraint)),
                arguments, 0);
    }

    /** The path begins with the method and its parameter, which are no part of the request body. */
    private static String pointer(ConstraintViolation<?> found) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : found.getPropertyPath()) {
            if (node.getIndex() != null) {
                steps.add(String.valueOf(node.getIndex()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                steps.add(node.getName());
            }
        }
        return steps.isEmpty() ? "" : "/" + String.join("/", steps);
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
