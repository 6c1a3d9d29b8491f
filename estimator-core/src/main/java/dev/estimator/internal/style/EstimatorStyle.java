package dev.estimator.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The Immutables style of all value types: JDK collections, generated classes hidden. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.CLASS)
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        // setters are public within their hidden class, or JShell would not complete them
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        allowedClasspathAnnotations = Override.class)
public @interface EstimatorStyle {}
