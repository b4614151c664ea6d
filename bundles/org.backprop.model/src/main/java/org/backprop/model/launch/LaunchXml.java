package org.backprop.model.launch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The XML of a {@code .launch} file. It may come from a stranger: at most 1 MiB, no document type, hence no entities.
 *
 * @param type id of the launch configuration type
 * @param strings the string attributes
 * @param maps the attributes that are maps of strings
 */
record LaunchXml(String type, Map<String, String> strings, Map<String, Map<String, String>> maps) {
    private static final int MAX_BYTES = 1 << 20;

    static LaunchXml read(Path file) throws IOException, LaunchFileException {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        }
        if (content.length > MAX_BYTES) {
            throw new LaunchFileException(file, "is larger than 1 MiB, which no launch configuration is");
        }
        try {
            return of(parser().parse(new ByteArrayInputStream(content)).getDocumentElement());
        } catch (SAXException e) {
            throw new LaunchFileException(file, "is not a launch configuration: " + e.getMessage(), e);
        }
    }

    private static DocumentBuilder parser() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
            return parser;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the parser of the JDK knows these features", e);
        }
    }

    private static LaunchXml of(Element root) {
        Map<String, String> strings = new LinkedHashMap<>();
        Map<String, Map<String, String>> maps = new LinkedHashMap<>();
        for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "stringAttribute" -> strings.put(element.getAttribute("key"), element.getAttribute("value"));
                    case "mapAttribute" -> maps.put(element.getAttribute("key"), entries(element));
                    default -> {
                        // attributes of the platform, such as lists and booleans
                    }
                }
            }
        }
        return new LaunchXml(root.getAttribute("type"), strings, maps);
    }

    private static Map<String, String> entries(Element map) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Node node = map.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element entry && entry.getTagName().equals("mapEntry")) {
                entries.put(entry.getAttribute("key"), entry.getAttribute("value"));
            }
        }
        return entries;
    }
}
