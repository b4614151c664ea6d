package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** What plugin.xml names must exist. */
class ExtensionsTest {
    private static final Set<String> CLASS_ATTRIBUTES =
            Set.of("class", "delegate", "contributorClass", "adaptableType", "adapterClass", "initializerClass");

    static List<Path> bundlesWithExtensions() {
        return Checkout.bundles().stream()
                .filter(bundle -> Files.exists(bundle.resolve("plugin.xml")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundlesWithExtensions")
    void everyClassInPluginXmlExistsAsSource(Path bundle) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String value : attributes(bundle, CLASS_ATTRIBUTES)) {
            String name = value.split(":")[0].split("\\$")[0];
            if (name.startsWith("org.backprop.") && !isSource(bundle, name)) {
                missing.add(value);
            }
        }
        assertEquals(List.of(), missing);
    }

    @ParameterizedTest
    @MethodSource("bundlesWithExtensions")
    void everyIconInPluginXmlExists(Path bundle) throws Exception {
        List<String> missing = attributes(bundle, Set.of("icon")).stream()
                .filter(icon -> !icon.startsWith("platform:"))
                .filter(icon -> !Files.exists(bundle.resolve(icon)))
                .toList();
        assertEquals(List.of(), missing);
    }

    private static boolean isSource(Path bundle, String className) {
        String file = className.replace('.', '/') + ".java";
        return Checkout.bundles().stream()
                .filter(other -> className.startsWith(other.getFileName().toString()) || other.equals(bundle))
                .anyMatch(other -> Files.exists(other.resolve("src").resolve(file))
                        || Files.exists(other.resolve("src/main/java").resolve(file)));
    }

    private static Set<String> attributes(Path bundle, Set<String> names) throws Exception {
        NodeList elements = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(bundle.resolve("plugin.xml").toFile())
                .getElementsByTagName("*");
        Set<String> values = new TreeSet<>();
        for (int i = 0; i < elements.getLength(); i++) {
            NamedNodeMap attributes = ((Element) elements.item(i)).getAttributes();
            for (int a = 0; a < attributes.getLength(); a++) {
                if (names.contains(attributes.item(a).getNodeName())) {
                    values.add(attributes.item(a).getNodeValue());
                }
            }
        }
        return values;
    }
}
