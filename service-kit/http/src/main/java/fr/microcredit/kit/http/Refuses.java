package fr.microcredit.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The problems of the trade that an operation can answer, with their codes, for its description. Those of the kit (token, key,
 * version, form, load) follow from its shape and are not named. Every answer of a service's tests is held against it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Refuses.All.class)
public @interface Refuses {
    /** Codes, such as {@code dossier-stage}; each has its {@code <code>.title} in the message bundles. */
    String[] value();

    /** 409 for what the state does not allow. */
    int status() default 409;

    /** Where an operation refuses with several statuses. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Refuses[] value();
    }
}
