package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.backprop.ui.UiIds;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DeclarationsTest {
    private static final String UI = "org.backprop.ui";
    private static final String EDITOR = "org.backprop.editor";
    private static final String VIEWS = "org.backprop.views";

    @ParameterizedTest
    @ValueSource(strings = {UI, EDITOR, VIEWS})
    void everyDeclaredClassLoads(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        Set<String> classes = attributes(bundle, "class");
        assertTrue(!classes.isEmpty());
        classes.forEach(type ->
                assertDoesNotThrow(() -> bundle.loadClass(type).getConstructor().newInstance(), type));
    }

    @ParameterizedTest
    @ValueSource(strings = {UI, EDITOR, VIEWS})
    void everyDeclaredIconAndStyleSheetExists(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        for (String attribute : List.of("icon", "uri")) {
            attributes(bundle, attribute).forEach(path -> assertNotNull(bundle.getEntry(path), path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {UI, EDITOR, VIEWS})
    void everyKeyOfPluginXmlHasAText(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        Properties texts = properties(bundle.getEntry("plugin.properties"));
        String xml = new String(bundle.getEntry("plugin.xml").openStream().readAllBytes(), "UTF-8");
        Pattern.compile("[\">]%([\\w.]+)").matcher(xml).results().forEach(match -> {
            String key = match.group(1);
            assertNotNull(texts.getProperty(key), key);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {UI, EDITOR, VIEWS})
    void messagesAndTheirFieldsAgree(String name) throws Exception {
        Bundle bundle = Platform.getBundle(name);
        List<URL> files = Collections.list(bundle.findEntries("/", "messages.properties", true));
        for (URL file : files) {
            String path = file.getPath().replaceFirst("^/(bin/|target/classes/)?", "");
            String type = path.replace("messages.properties", "Messages").replace('/', '.');
            Set<String> fields = Arrays.stream(bundle.loadClass(type).getDeclaredFields())
                    .map(Field::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(fields, new TreeSet<>(properties(file).stringPropertyNames()), path);
        }
    }

    @Test
    void idsOfConstantsAreDeclared() throws Exception {
        Set<String> declared = new TreeSet<>();
        for (String name : List.of(UI, EDITOR, VIEWS)) {
            declared.addAll(attributes(Platform.getBundle(name), "id"));
        }
        for (Field field : UiIds.class.getFields()) {
            if (!field.getName().equals("BUNDLE")) {
                assertTrue(declared.contains(field.get(null)), field.getName());
            }
        }
    }

    private static Set<String> attributes(Bundle bundle, String attribute) throws Exception {
        try (InputStream xml = bundle.getEntry("plugin.xml").openStream()) {
            NodeList elements = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("*");
            Stream<Element> all = IntStream.range(0, elements.getLength()).mapToObj(i -> (Element) elements.item(i));
            return all.map(element -> element.getAttribute(attribute))
                    .filter(value -> !value.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Properties properties(URL file) throws Exception {
        Properties properties = new Properties();
        try (InputStream text = file.openStream()) {
            properties.load(text);
        }
        return properties;
    }
}
