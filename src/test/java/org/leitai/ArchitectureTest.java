package org.leitai;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/** The house rules of the tree: what is pure, who may know whom, and which names are not used. */
@AnalyzeClasses(packages = "org.leitai", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PURE = {
        "org.leitai.kernel..", "org.leitai.rulebook..", "org.leitai.scoring..", "org.leitai..domain.."
    };

    private static final String[] FEATURES = {
        "org.leitai.contest..",
        "org.leitai.registration..",
        "org.leitai.judging..",
        "org.leitai.stage..",
        "org.leitai.results..",
        "org.leitai.access..",
        "org.leitai.board..",
        "org.leitai.paper..",
        "org.leitai.installation..",
        "org.leitai.demo.."
    };

    /** What others say to a scorer with, beside what it answers. */
    private static final Set<String> SAID_TO_A_SCORER = Set.of("ScoringEvent", "Changes", "Slot");

    /** Names that can be read from the outside world: results must not depend on when or where a rule is applied. */
    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.lang.Thread.sleep");

    @ArchTest
    static final ArchRule pureRoomsTouchNoLibraryClockOrFile = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..",
                    "io.netty..",
                    "com.fasterxml..",
                    "com.hazelcast..",
                    "org.slf4j..",
                    "java.sql..",
                    "javax.sql..",
                    "java.net.http..",
                    "java.nio.file..",
                    "java.util.concurrent.locks..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class)
            .orShould()
            .callMethodWhere(isImpure());

    @ArchTest
    static final ArchRule pureRoomsKnowNoStation = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.leitai.platform..", "org.leitai..store..", "org.leitai..routes..");

    @ArchTest
    static final ArchRule scoresAreExactDecimalsInFields = noFields()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.leitai.rulebook..", "org.leitai.scoring..")
            .should()
            .haveRawType(isBinaryFloatingPoint());

    @ArchTest
    static final ArchRule scoresAreExactDecimalsInResults = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("org.leitai.rulebook..", "org.leitai.scoring..")
            .should()
            .haveRawReturnType(isBinaryFloatingPoint());

    @ArchTest
    static final ArchRule scoresAreExactDecimalsInArithmetic = noClasses()
            .that()
            .resideInAnyPackage("org.leitai.rulebook..", "org.leitai.scoring..")
            .should()
            .callMethodWhere(describe(
                    "takes or gives float or double",
                    call -> isBinaryFloatingPoint().test(call.getTarget().getRawReturnType())
                            || call.getTarget().getRawParameterTypes().stream().anyMatch(isBinaryFloatingPoint())));

    /** Sheets, then entries, then tables, then what can still happen and why; the scorer above them all. */
    @ArchTest
    static final ArchRule scoringFormsNoCircle =
            slices().matching("org.leitai.scoring.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theScorerIsTheOneDoorToResults = noClasses()
            .that()
            .resideOutsideOfPackage("org.leitai.scoring..")
            .should()
            .dependOnClassesThat(describe(
                    "work behind the scorer",
                    type -> type.getPackageName().startsWith("org.leitai.scoring.")
                            && !type.getPackageName().equals("org.leitai.scoring.result")
                            && !type.getPackageName().equals("org.leitai.scoring.explain")
                            && !SAID_TO_A_SCORER.contains(outermost(type).getSimpleName())));

    @ArchTest
    static final ArchRule insideScoringNobodyKnowsTheDoor = noClasses()
            .that()
            .resideInAPackage("org.leitai.scoring.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.leitai.scoring");

    @ArchTest
    static final ArchRule kernelKnowsNobody = noClasses()
            .that()
            .resideInAPackage("org.leitai.kernel..")
            .should()
            .dependOnClassesThat(describe(
                    "belong to another room",
                    type -> isOurs(type) && !type.getPackageName().startsWith("org.leitai.kernel")));

    @ArchTest
    static final ArchRule platformImportsNoFeature = noClasses()
            .that()
            .resideInAPackage("org.leitai.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule stationsFormNoCircle =
            slices().matching("org.leitai.platform.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobodyKnowsTheEntrance = noClasses()
            .that()
            .resideOutsideOfPackage("org.leitai")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.leitai");

    @ArchTest
    static final ArchRule packagesAreNamedAfterTheirSubject = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..", "..misc..");

    @ArchTest
    static final ArchRule everyPackageSaysWhatItIsForAndIsNullMarked = classes().should(liveInANullMarkedPackage());

    @ArchTest
    static final ArchRule nothingIsStaticAndChanging = noFields()
            .that()
            .areStatic()
            .and()
            .areNotFinal()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("org.leitai..");

    @ArchTest
    static final ArchRule onlyCommandsSpeakOnTheConsole = noClasses()
            .that()
            .doNotHaveSimpleName("Main")
            .and()
            .haveSimpleNameNotEndingWith("Command")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    private static DescribedPredicate<JavaCall<?>> isImpure() {
        return describe(
                "reads clock, chance or environment",
                call -> IMPURE_CALLS.contains(
                        call.getTargetOwner().getName() + "." + call.getTarget().getName()));
    }

    private static DescribedPredicate<JavaClass> isBinaryFloatingPoint() {
        return describe(
                "float or double",
                type -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getBaseComponentType().getName()));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("org.leitai");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return new ArchCondition<>("live in a package whose package-info carries @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a null-marked package"));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
