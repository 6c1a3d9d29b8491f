package dev.estimator.internal.style;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Value;

/** The style of a small model that {@code of(...)} makes: as {@link EstimatorStyle}, without a builder that nobody could reach. */
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
@Value.Style(
        jdkOnly = true,
        visibility = Value.Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        // public within their hidden class, or JShell would not complete the setters
        builderVisibility = Value.Style.BuilderVisibility.PUBLIC,
        // here, as a value beside the class would make javac warn those who compile against it
        defaults = @Value.Immutable(builder = false),
        allowedClasspathAnnotations = Override.class)
public @interface NoBuilderStyle {}
