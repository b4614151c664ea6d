package org.backprop.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LinksTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
    private static final String BUNDLE = "/org.backprop.help/";

    @Test
    void everyLinkOfEveryPageResolves() {
        List<Path> pages = HelpFolder.files(".html");
        assertTrue(pages.size() > 200, pages.size() + " pages");
        List<String> broken = new ArrayList<>();
        for (Path page : pages) {
            LINK.matcher(HelpFolder.read(page))
                    .results()
                    .map((MatchResult link) -> link.group(1))
                    .filter(link -> !resolves(page.getParent(), page, link))
                    .forEach(link -> broken.add(HelpFolder.ROOT.relativize(page) + ": " + link));
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void contentsIndexContextsAndCheatSheetsNameExistingPages() throws Exception {
        List<Path> files = HelpFolder.files(".xml");
        assertTrue(files.size() >= 7, files.toString());
        List<String> broken = new ArrayList<>();
        for (Path file : files) {
            NodeList elements = parse(file).getElementsByTagName("*");
            for (int i = 0; i < elements.getLength(); i++) {
                for (String attribute : List.of("href", "topic")) {
                    String link = ((Element) elements.item(i)).getAttribute(attribute);
                    if (!link.isEmpty() && !resolves(HelpFolder.ROOT, file, link)) {
                        broken.add(file + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void noPageIsLeftOutOfTheContents() throws Exception {
        String contents = HelpFolder.read(HelpFolder.ROOT.resolve("toc.xml"));
        List<String> missing = HelpFolder.files(".html").stream()
                .map(page -> HelpFolder.ROOT.relativize(page).toString().replace('\\', '/'))
                .filter(page -> !page.equals("contents.html"))
                .filter(page -> !contents.contains("\"" + page + "\""))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void pagesAreWholeAndHaveATitle() {
        for (Path page : HelpFolder.files(".html")) {
            String html = HelpFolder.read(page);
            assertFalse(html.contains("<title></title>"), page.toString());
            assertTrue(html.contains("<h1"), page.toString());
            assertFalse(html.contains("%s"), page.toString());
        }
    }

    private static Document parse(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static boolean resolves(Path folder, Path page, String link) {
        if (link.contains("://")) {
            return true;
        }
        String[] parts = link.split("#", 2);
        String path = parts[0];
        Path target = path.startsWith(BUNDLE)
                ? HelpFolder.ROOT.resolve(path.substring(BUNDLE.length()))
                : path.isEmpty() ? page : folder.resolve(path).normalize();
        return Files.isRegularFile(target)
                && (parts.length == 1 || HelpFolder.read(target).contains("id=\"" + parts[1] + "\""));
    }
}
