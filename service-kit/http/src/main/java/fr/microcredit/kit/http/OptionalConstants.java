package fr.microcredit.kit.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;

/**
 * Components that are an {@code Optional} of a constant. The framework describes them as if they were always there; every
 * other {@code Optional} it describes as its value or null.
 */
final class OptionalConstants {
    private static final String OUR_PACKAGES = "fr.microcredit.";
    private static final DotName OPTIONAL = DotName.createSimple(Optional.class);

    private final Set<String> places = new HashSet<>();

    OptionalConstants(IndexView index) {
        index.getKnownClasses().stream().filter(ClassInfo::isRecord)
                .filter(each -> each.name().toString().startsWith(OUR_PACKAGES))
                .forEach(each -> each.recordComponents().stream().filter(part -> isOptionalConstant(part, index))
                        .forEach(part -> places.add(each.simpleName() + "." + part.name())));
    }

    /** @param schema named after the record, with a number where several records have one name */
    boolean has(String schema, String property) {
        return places.contains(schema.replaceAll("\\d+$", "") + "." + property);
    }

    private static boolean isOptionalConstant(RecordComponentInfo part, IndexView index) {
        Type type = part.type();
        if (!type.name().equals(OPTIONAL) || type.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return false;
        }
        ClassInfo value = index.getClassByName(type.asParameterizedType().arguments().get(0).name());
        return value != null && value.isEnum();
    }
}
