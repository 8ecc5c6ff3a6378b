package fr.microcredit.kit.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

import fr.microcredit.kit.problem.ProblemType;

/** What the methods of a service's resources say that they {@link Refuses}, by the operations' identifiers. */
final class Refusals {
    private static final DotName ANNOTATION = DotName.createSimple(Refuses.class);

    private final Map<String, List<ProblemType>> declared = new HashMap<>();

    Refusals(IndexView index) {
        index.getAnnotationsWithRepeatable(ANNOTATION, index).forEach(each -> declared
                .computeIfAbsent(operation(each.target().asMethod()), id -> new ArrayList<>())
                .addAll(types(each, index)));
    }

    List<ProblemType> of(String operationId) {
        return declared.getOrDefault(operationId, List.of());
    }

    /** As the strategy {@code class-method} names it. */
    static String operation(MethodInfo method) {
        return method.declaringClass().simpleName() + "_" + method.name();
    }

    private static List<ProblemType> types(AnnotationInstance refuses, IndexView index) {
        int status = refuses.valueWithDefault(index, "status").asInt();
        return List.of(refuses.value().asStringArray()).stream().map(code -> new ProblemType(code, status)).toList();
    }
}
