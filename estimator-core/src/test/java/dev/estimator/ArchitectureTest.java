package dev.estimator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.google.common.collect.ObjectArrays;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.estimator.quantity.Model;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The house of DESIGN.md, section 2: each floor uses only lower floors. */
@AnalyzeClasses(packages = "dev.estimator", importOptions = ArchitectureTest.WithoutTests.class)
class ArchitectureTest {
    /** Also those of the profile quick, which stand elsewhere. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("test-classes");
        }
    }

    private static final String[] THEORY = {
        "queueing", "scaling", "reliability", "slo", "caching", "sharding", "flow", "network", "reference"
    };
    private static final String[] ABOVE_THEORY = {"junit", "report", "check", "model", "system"};
    private static final String[] ABOVE_ANALYSIS = ObjectArrays.concat(ABOVE_THEORY, THEORY, String.class);
    private static final String[] ABOVE_QUANTITY =
            ObjectArrays.concat(ABOVE_ANALYSIS, new String[] {"analysis", "latency"}, String.class);

    @ArchTest
    static final ArchRule eachFloorUsesOnlyLowerFloors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("junit")
            .definedBy("dev.estimator.junit..")
            .layer("report")
            .definedBy("dev.estimator.report..")
            .layer("check")
            .definedBy("dev.estimator.check..")
            .layer("model")
            .definedBy("dev.estimator.model..")
            .layer("system")
            .definedBy("dev.estimator.system..")
            .layer("queueing")
            .definedBy("dev.estimator.queueing..")
            .layer("scaling")
            .definedBy("dev.estimator.scaling..")
            .layer("reliability")
            .definedBy("dev.estimator.reliability..")
            .layer("slo")
            .definedBy("dev.estimator.slo..")
            .layer("caching")
            .definedBy("dev.estimator.caching..")
            .layer("sharding")
            .definedBy("dev.estimator.sharding..")
            .layer("flow")
            .definedBy("dev.estimator.flow..")
            .layer("reference")
            .definedBy("dev.estimator.reference..")
            .layer("network")
            .definedBy("dev.estimator.network..")
            .layer("analysis")
            .definedBy("dev.estimator.analysis..")
            .layer("latency")
            .definedBy("dev.estimator.latency..")
            .layer("quantity")
            .definedBy("dev.estimator.quantity..")
            .layer("internal")
            .definedBy("dev.estimator.internal..")
            .whereLayer("junit")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("junit")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("junit")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("junit", "report", "check", "system")
            .whereLayer("system")
            .mayOnlyBeAccessedByLayers("junit", "report", "check")
            .whereLayer("queueing")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("scaling")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("reliability")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("slo")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("caching")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("sharding")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("flow")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("reference")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers(ABOVE_THEORY)
            .whereLayer("analysis")
            .mayOnlyBeAccessedByLayers(ABOVE_ANALYSIS)
            .whereLayer("latency")
            .mayOnlyBeAccessedByLayers(ABOVE_ANALYSIS)
            .whereLayer("quantity")
            .mayOnlyBeAccessedByLayers(ABOVE_QUANTITY);

    @ArchTest
    static final ArchRule noCyclesBetweenFloors =
            slices().matching("dev.estimator.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noCyclesInTheCellar =
            slices().matching("dev.estimator.internal.(*)..").should().beFreeOfCycles();

    /** Numerics stand beside the one theory that they serve, hidden in its package. */
    @ArchTest
    static final ArchRule librariesOfNumericsAreHidden = noClasses()
            .that()
            .resideOutsideOfPackage("..internal..")
            .and(DescribedPredicate.describe("users see", ArchitectureTest::isSeen))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.commons..", "com.google.common..");

    private static boolean isSeen(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(ArchitectureTest::isSeen).orElse(true);
    }

    @ArchTest
    static final ArchRule librariesStayInTheCellar = noClasses()
            .that()
            .resideOutsideOfPackage("..internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.google.gson..",
                    "com.samskivert..",
                    "org.jfree..",
                    "org.apache.batik..",
                    "org.eclipse..",
                    "java.awt..");

    @ArchTest
    static final ArchRule theCellarKnowsNoFloor = noClasses()
            .that()
            .resideInAPackage("..internal..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.estimator..")
                    .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("..internal.."))));

    @ArchTest
    static final ArchRule signaturesShowNothingOfTheCellar = classes()
            .that()
            .resideOutsideOfPackage("..internal..")
            .and()
            .arePublic()
            .should(new ShowNothingInternal());

    /**
     * So that reports and design sheets take it; {@code ModelsTest} of the examples then asks for help and a row in the
     * README.
     */
    @ArchTest
    static final ArchRule whatIsBuiltFromAssumptionsIsAModel = classes()
            .that()
            .resideInAPackage("dev.estimator.model..")
            .and()
            .haveSimpleName("Builder")
            .and()
            .arePublic()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "build a Model",
                    builder -> builder.getEnclosingClass().orElseThrow().isAssignableTo(Model.class))));

    /** The module has the annotation as well, but on the class path Kotlin looks no further than the package. */
    @ArchTest
    static final ArchRule packagesSayThatNothingIsNull = classes()
            .that()
            .resideOutsideOfPackage("..internal..")
            .and()
            .arePublic()
            .should(ArchCondition.from(DescribedPredicate.describe(
                    "be in a @NullMarked package", type -> type.getPackage().isAnnotatedWith(NullMarked.class))));

    /** Types of fields, parameters, results and type arguments, superclasses and interfaces, as a caller sees them. */
    private static final class ShowNothingInternal extends ArchCondition<JavaClass> {
        private ShowNothingInternal() {
            super("show no internal type in a public or protected signature");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            type.getMembers().stream()
                    .filter(ShowNothingInternal::isVisible)
                    .forEach(member -> report(member.getDescription(), typesOf(member), type, events));
            Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
            report(type.getDescription(), parents, type, events);
        }

        private static boolean isVisible(JavaMember member) {
            Set<JavaModifier> modifiers = member.getModifiers();
            return modifiers.contains(JavaModifier.PUBLIC)
                    || (modifiers.contains(JavaModifier.PROTECTED)
                            && !member.getOwner().getModifiers().contains(JavaModifier.FINAL));
        }

        private static Stream<JavaType> typesOf(JavaMember member) {
            if (member instanceof JavaCodeUnit method) {
                return Stream.of(
                                Stream.of(method.getReturnType()),
                                method.getParameterTypes().stream(),
                                method.getExceptionTypes().stream().map(JavaType.class::cast))
                        .flatMap(types -> types);
            }
            return Stream.of(((JavaField) member).getType());
        }

        private static void report(String where, Stream<JavaType> types, JavaClass type, ConditionEvents events) {
            String shown = types.flatMap(t -> t.getAllInvolvedRawTypes().stream())
                    .filter(t -> t.getPackageName().contains(".internal"))
                    .map(JavaClass::getName)
                    .distinct()
                    .collect(Collectors.joining(", "));
            boolean isClean = shown.isEmpty();
            events.add(new SimpleConditionEvent(type, isClean, where + (isClean ? "" : " shows " + shown)));
        }
    }
}
