package org.backprop.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What users of Eclipse expect and what can be told from the sources; docs/checklists/user-interface.md has the whole list. */
class UserInterfaceTest {
    private static final List<String> BUNDLES = List.of("org.backprop.ui", "org.backprop.editor", "org.backprop.views");
    private static final Set<String> TITLED =
            Set.of("view", "page", "command", "perspective", "wizard", "editor", "shortcut", "launchGroup");
    /** The platform shows the image of a feature as it is. */
    private static final String FEATURE_IMAGE = "feature.png";

    private static final Pattern SMALL_WORD =
            Pattern.compile("a|an|and|as|at|by|for|from|in|into|of|on|or|the|to|with|without|as");
    private static final Pattern OUTPUT = Pattern.compile("\\.printStackTrace\\(|System\\.(out|err)\\b");

    static List<Path> bundles() {
        return Checkout.bundles().stream()
                .filter(bundle -> BUNDLES.contains(bundle.getFileName().toString()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyCommandHasANameAndADescription(Path bundle) throws Exception {
        assertNone(
                elements(bundle, "command").filter(command -> command.hasAttribute("id")),
                command -> command.getAttribute("name").isEmpty()
                        || command.getAttribute("description").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyHandlerIsOnlyActiveWhereItsCommandCanSucceed(Path bundle) throws Exception {
        assertNone(
                elements(bundle, "handler"),
                handler -> handler.getElementsByTagName("activeWhen").getLength()
                                + handler.getElementsByTagName("enabledWhen").getLength()
                        == 0);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyKeyIsBoundInAContextOfOurOwn(Path bundle) throws Exception {
        assertNone(
                elements(bundle, "key"), key -> !key.getAttribute("contextId").startsWith("org.backprop."));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyPreferencePageIsFoundByKeywords(Path bundle) throws Exception {
        assertNone(
                elements(bundle, "extension")
                        .filter(extension -> extension.getAttribute("point").equals("org.eclipse.ui.preferencePages"))
                        .flatMap(extension -> elements(extension, "page")),
                page -> page.getElementsByTagName("keywordReference").getLength() == 0);
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyIconScalesToAnyResolution(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle.resolve("icons"))) {
            List<Path> fixed = files.filter(Files::isRegularFile)
                    .filter(icon -> !icon.toString().endsWith(".svg"))
                    .filter(icon -> !icon.endsWith(FEATURE_IMAGE))
                    .toList();
            assertEquals(List.of(), fixed);
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void titlesAndActionsAreInHeadlineCapitals(Path bundle) throws Exception {
        Properties texts = texts(bundle.resolve("plugin.properties"));
        Stream<String> declared = TITLED.stream()
                .flatMap(tag -> elements(document(bundle), tag))
                .map(element -> element.getAttribute(element.hasAttribute("name") ? "name" : "label"))
                .filter(name -> name.startsWith("%"))
                .map(name -> texts.getProperty(name.substring(1)));
        List<String> titles = Stream.concat(declared, actions(bundle)).toList();
        assertFalse(titles.isEmpty());
        assertEquals(
                List.of(), titles.stream().filter(title -> !isHeadline(title)).toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noSourcePrintsToTheTerminal(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                assertFalse(OUTPUT.matcher(Files.readString(file)).find(), file.toString());
            }
        }
    }

    private static Stream<String> actions(Path bundle) throws IOException {
        try (Stream<Path> files = Files.walk(bundle.resolve("src"))) {
            List<Path> messages =
                    files.filter(file -> file.endsWith("messages.properties")).toList();
            return messages.stream().flatMap(file -> {
                Properties texts = texts(file);
                return texts.stringPropertyNames().stream()
                        .filter(key -> key.startsWith("action_") && !key.endsWith("Tip"))
                        .map(texts::getProperty);
            });
        }
    }

    private static boolean isHeadline(String title) {
        String[] words = title.replaceAll("[&]|\\{\\d}|\\.\\.\\.", "").trim().split("[ /-]+");
        return IntStream.range(0, words.length)
                .noneMatch(i -> !words[i].isEmpty()
                        && Character.isLowerCase(words[i].charAt(0))
                        && (i == 0 || !SMALL_WORD.matcher(words[i]).matches()));
    }

    private static void assertNone(Stream<Element> elements, Predicate<Element> wrong) {
        assertEquals(
                List.of(),
                elements.filter(wrong)
                        .map(element -> element.getTagName() + " " + element.getAttribute("id")
                                + element.getAttribute("commandId"))
                        .toList());
    }

    private static Stream<Element> elements(Path bundle, String tag) throws Exception {
        return elements(document(bundle), tag);
    }

    private static Element document(Path bundle) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(bundle.resolve("plugin.xml").toFile())
                    .getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(bundle.toString(), e);
        }
    }

    private static Stream<Element> elements(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static Properties texts(Path file) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
        return texts;
    }
}
