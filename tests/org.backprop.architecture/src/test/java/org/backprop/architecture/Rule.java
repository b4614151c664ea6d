package org.backprop.architecture;

import java.util.List;

/**
 * What one bundle may use.
 *
 * @param bundle name without the prefix {@code org.backprop.}
 * @param allowed beginnings of the package and bundle names it may use, besides the JDK's and its own
 * @param forbidden beginnings that it may not use although {@code allowed} covers them
 * @param artifacts the Maven artifacts a plain module may depend on
 */
record Rule(String bundle, List<String> allowed, List<String> forbidden, List<String> artifacts) {
    /** The table "who may import whom" of the design. */
    static List<Rule> all() {
        return List.of(
                plain(
                        "model",
                        List.of("org.snakeyaml", "javax.xml", "org.w3c.dom", "org.xml.sax"),
                        List.of("snakeyaml-engine")),
                plain(
                        "runlog",
                        List.of("com.google.protobuf", "com.google.gson", "javax.crypto"),
                        List.of("protobuf-java", "gson")),
                plain(
                        "exchange",
                        List.of(
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "com.google.protobuf",
                                "com.google.gson",
                                "io.jhdf"),
                        List.of("model", "runlog", "protobuf-java", "gson", "jhdf", "lz4-java")),
                plain(
                        "engine",
                        List.of(
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "org.backprop.exchange",
                                "org.nd4j",
                                "org.bytedeco",
                                "com.google.gson",
                                "com.sun.jna",
                                "com.sun.management",
                                "javax.imageio",
                                "picocli",
                                "de.siegmar.fastcsv",
                                "jdk.incubator.vector"),
                        List.of("model", "runlog", "exchange", "nd4j-native", "gson", "picocli", "fastcsv")),
                plain(
                        "installer",
                        List.of("org.apache.maven", "org.eclipse.aether"),
                        List.of(
                                "maven-resolver-provider",
                                "maven-settings-builder",
                                "maven-resolver-supplier",
                                "slf4j-nop")),
                eclipse(
                        "core",
                        List.of(
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "org.eclipse.core",
                                "org.eclipse.debug.core",
                                "org.eclipse.osgi",
                                "org.eclipse.text",
                                "org.osgi"),
                        List.of()),
                eclipse(
                        "ui",
                        List.of(
                                "org.backprop.core",
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "org.eclipse",
                                "org.osgi"),
                        List.of("org.eclipse.swtchart")),
                eclipse(
                        "editor",
                        List.of(
                                "org.backprop.core",
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "org.backprop.ui",
                                "org.eclipse",
                                "org.osgi"),
                        List.of("org.eclipse.swtchart")),
                eclipse(
                        "views",
                        List.of(
                                "org.backprop.core",
                                "org.backprop.model",
                                "org.backprop.runlog",
                                "org.backprop.ui",
                                "org.eclipse",
                                "org.osgi"),
                        List.of()),
                eclipse("ide.help", List.of("org.eclipse", "org.osgi"), List.of()),
                plain(
                        "help",
                        List.of(
                                "org.backprop.engine",
                                "org.backprop.model",
                                "org.commonmark",
                                "javax.xml",
                                "org.snakeyaml",
                                "org.w3c.dom",
                                "uk.ac.ed.ph.snuggletex"),
                        List.of(
                                "engine",
                                "snuggletex-core",
                                "commonmark-ext-gfm-tables",
                                "nd4j-native",
                                "openblas",
                                "javacpp")));
    }

    private static Rule plain(String bundle, List<String> allowed, List<String> artifacts) {
        return new Rule(bundle, allowed, List.of(), artifacts);
    }

    private static Rule eclipse(String bundle, List<String> allowed, List<String> forbidden) {
        return new Rule(bundle, allowed, forbidden, List.of());
    }

    boolean isPlain() {
        return !artifacts.isEmpty();
    }

    boolean permits(String name) {
        boolean own = startsWith(name, "org.backprop." + bundle) || startsWith(name, "java");
        return own || anyCovers(allowed, name) && !anyCovers(forbidden, name);
    }

    private static boolean anyCovers(List<String> beginnings, String name) {
        return beginnings.stream().anyMatch(beginning -> startsWith(name, beginning));
    }

    private static boolean startsWith(String name, String beginning) {
        return name.equals(beginning) || name.startsWith(beginning + ".");
    }

    @Override
    public String toString() {
        return bundle;
    }
}
