package fr.microcredit.kit.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fr.microcredit.kit.testing.TestPlatform;

/** The sample service over a real PostgreSQL and Kafka. */
@QuarkusTest
@QuarkusTestResource(value = TestPlatform.class, initArgs = @ResourceArg(name = "service", value = "kittest"))
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnTestPlatform {
}
