package org.backprop.engine.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The optimizer that CONTRIBUTING.md adds as an example compiles, and the compiler asks for each step. */
class ContributingExampleTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Path SPECS = ROOT.resolve("bundles/org.backprop.model/src/main/java/org/backprop/model");
    private static final Path OPTIMIZERS = Path.of("src/main/java/org/backprop/engine/optimizers");
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PERMITS = Pattern.compile("(permits\\s+)");
    private static final Pattern SWITCH = Pattern.compile("(return switch \\(spec\\) \\{)");

    @TempDir
    private Path classes;

    /** A source file that is not on the disk. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static List<String> blocks() throws IOException {
        String guide = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        Matcher matcher = BLOCK.matcher(guide.substring(guide.indexOf("## Adding an optimizer")));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    /** The errors of the compiler for the sources of the example and the changed ones of ours. */
    private List<String> compile(String spec, String transform, String permits, String optimizers) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"), "-proc:none");
        List<Source> sources = List.of(
                new Source("Signum", spec),
                new Source("SignumTransform", transform),
                new Source("OptimizerSpec", permits),
                new Source("Optimizers", optimizers));
        compiler.getTask(null, null, diagnostics, options, null, sources).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(null))
                .toList();
    }

    @Test
    void theExampleCompilesAndTheCompilerDemandsTheLastStep() throws IOException {
        List<String> blocks = blocks();
        assertEquals(3, blocks.size());
        String permits = PERMITS.matcher(Files.readString(SPECS.resolve("OptimizerSpec.java")))
                .replaceFirst("$1Signum, ");
        String unchanged = Files.readString(OPTIMIZERS.resolve("Optimizers.java"))
                .replaceFirst(
                        "import org.backprop.model.Sgd;",
                        "import org.backprop.model.Sgd;import org.backprop.model.Signum;");
        List<String> errors = compile(blocks.get(0), blocks.get(1), permits, unchanged);
        assertEquals(1, errors.size(), errors.toString());
        assertTrue(errors.getFirst().contains("does not cover all possible"), errors.toString());
        String changed = SWITCH.matcher(unchanged).replaceFirst("$1 " + Matcher.quoteReplacement(blocks.get(2)));
        assertEquals(List.of(), compile(blocks.get(0), blocks.get(1), permits, changed));
    }
}
