package fr.microcredit.kit.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import fr.microcredit.kit.tenancy.Scopes;

/**
 * The scope that a bank's token needs for an operation, beside one of its roles. On each method and never on a class, so that
 * a new operation inherits none by accident; what has none is closed to banks.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BankScope {
    /** One of {@link Scopes#ALL}. */
    String value();
}
