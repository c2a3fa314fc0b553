package org.leitai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measures the program has a pom of its own, which the program's build does not look at; its sources must fit all the same. */
class LoadTestsTest {
    private static final Path SOURCES = Path.of("load-tests", "src", "main", "java");

    @Test
    void what_measures_the_program_compiles_against_it(@TempDir Path classes) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var found = new DiagnosticCollector<JavaFileObject>();
        try (var files = compiler.getStandardFileManager(found, null, null);
                var sources = Files.walk(SOURCES)) {
            List<Path> units =
                    sources.filter(file -> file.toString().endsWith(".java")).toList();
            assertThat(units).isNotEmpty();
            var options = List.of("-proc:none", "-nowarn", "-d", classes.toString(), "-cp", classpath());
            var compiled = compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(units))
                    .call();
            assertThat(compiled).as("%s", found.getDiagnostics()).isTrue();
        }
    }

    /** Surefire's own property, because the JVM is started with a jar that only names the others. */
    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
