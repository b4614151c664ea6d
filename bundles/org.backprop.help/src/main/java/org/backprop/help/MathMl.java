package org.backprop.help;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/**
 * Turns TeX into presentation MathML, which browsers draw in the size and colour of the text. What MathML Core no longer
 * has ({@code mfenced}) is written with what it has.
 */
final class MathMl {
    /** Stands for an underscore, which SnuggleTeX loses in texts. */
    private static final char UNDERSCORE = '\uE000';

    private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";

    /** Elements with any number of children. */
    private static final Set<String> ROWS = Set.of("math", "mrow", "msqrt", "mstyle");

    private final SnuggleEngine engine = new SnuggleEngine();

    /** A formula on a line of its own. */
    String block(String tex) {
        return convert("\\[" + tex + "\\]", tex);
    }

    /** A formula within a line. */
    String inline(String tex) {
        return convert("$" + tex + "$", tex);
    }

    private String convert(String input, String tex) {
        try {
            SnuggleSession session = engine.createSession();
            session.parseInput(new SnuggleInput(input.replace("\\_", String.valueOf(UNDERSCORE))));
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
            Element root = document.createElement("root");
            document.appendChild(root);
            session.buildDOMSubtree(root);
            if (!session.getErrors().isEmpty()) {
                throw new IllegalArgumentException("no TeX that is understood: " + tex + ": " + session.getErrors());
            }
            replaceFences(document);
            replaceHyphens(document);
            spaceFunctions(document);
            return text(root.getFirstChild()).replace(UNDERSCORE, '_');
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalArgumentException("cannot be drawn: " + tex, e);
        }
    }

    private static void replaceFences(Document document) {
        NodeList fences = document.getElementsByTagNameNS(NAMESPACE, "mfenced");
        while (fences.getLength() > 0) {
            Element fence = (Element) fences.item(0);
            Element row = document.createElementNS(NAMESPACE, "mrow");
            row.appendChild(operator(document, fence.getAttribute("open")));
            for (boolean first = true; fence.hasChildNodes(); first = false) {
                if (!first) {
                    row.appendChild(operator(document, ","));
                }
                row.appendChild(fence.getFirstChild());
            }
            row.appendChild(operator(document, fence.getAttribute("close")));
            fence.getParentNode().replaceChild(row, fence);
        }
    }

    private static Element operator(Document document, String text) {
        Element operator = document.createElementNS(NAMESPACE, "mo");
        operator.setTextContent(text);
        return operator;
    }

    /** A minus is longer than a hyphen. */
    private static void replaceHyphens(Document document) {
        NodeList operators = document.getElementsByTagNameNS(NAMESPACE, "mo");
        for (int i = 0; i < operators.getLength(); i++) {
            if (operators.item(i).getTextContent().equals("-")) {
                operators.item(i).setTextContent("−");
            }
        }
    }

    /** Functions such as ln stand apart from what they are applied to. */
    private static void spaceFunctions(Document document) {
        NodeList names = document.getElementsByTagNameNS(NAMESPACE, "mi");
        for (int i = 0; i < names.getLength(); i++) {
            Node name = names.item(i);
            boolean inRow = ROWS.contains(name.getParentNode().getLocalName());
            if (inRow && name.getTextContent().matches("[a-z]{2,}")) {
                name.getParentNode().insertBefore(space(document), name);
                name.getParentNode().insertBefore(space(document), name.getNextSibling());
            }
        }
    }

    private static Element space(Document document) {
        Element space = document.createElementNS(NAMESPACE, "mspace");
        space.setAttribute("width", "0.17em");
        return space;
    }

    private static String text(Node node) throws TransformerException {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(node), new StreamResult(text));
        return text.toString();
    }
}
