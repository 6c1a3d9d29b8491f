package dev.estimator.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/**
 * The style of estimation models: as {@link EstimatorStyle}, and withers also take a function, as in {@code x ->
 * x.times(2)}.
 */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        // setters are public within their hidden class, or JShell would not complete them
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        withUnaryOperator = "with*",
        allowedClasspathAnnotations = Override.class)
public @interface ModelStyle {}
