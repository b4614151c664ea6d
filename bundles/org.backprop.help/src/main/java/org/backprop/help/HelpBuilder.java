package org.backprop.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.backprop.engine.run.BackendException;
import org.backprop.help.LectureTopics.Lesson;
import org.backprop.help.Reference.Group;
import org.backprop.model.TypeInfo;

/** Writes all pages, {@code toc.xml} and {@code index.xml}. */
public final class HelpBuilder {
    private static final String TITLE = "Backprop Neural Network Workbench";
    private static final String CONTENTS = "contents.html";
    private static final List<String> PAGES = List.of("index", "first-steps", "convergence");
    private static final List<String> SHEETS = List.of("first", "vanishing", "prune");
    private static final List<String> DOCS = List.of(
            "network-editor",
            "training-page",
            "source-page",
            "runs",
            "curves",
            "gradients",
            "pruning",
            "shrinking",
            "evaluation",
            "diagnosis",
            "sweeps",
            "training-loop",
            "exchange",
            "java",
            "reliability",
            "minimizers",
            "benchmarks",
            "help");

    private final Path sources;
    private final Path docs;
    private final Path output;
    private final MathMl math = new MathMl();

    private HelpBuilder(Path sources, Path docs, Path output) {
        this.sources = sources;
        this.docs = docs;
        this.output = output;
    }

    /**
     * Writes the help.
     *
     * @param folders that of this bundle, that of the documentation in Markdown, that to write to
     */
    public static void main(String[] folders) throws IOException, BackendException {
        new HelpBuilder(Path.of(folders[0]), Path.of(folders[1]), Path.of(folders[2])).build();
    }

    private void build() throws IOException, BackendException {
        List<Topic> topics = new ArrayList<>();
        List<Lesson> lessons = LectureTopics.read(sources.resolve("topics.yaml"));
        for (String page : PAGES) {
            topics.add(markdown(sources.resolve("pages"), page, "pages/"));
        }
        for (String sheet : SHEETS) {
            String path = "pages/" + sheet + ".html";
            Tutorial tutorial = Tutorial.of(path, Files.readString(output.resolve("cheatsheets/" + sheet + ".xml")));
            write(path, tutorial.html());
            topics.add(new Topic(tutorial.title(), path));
        }
        write(LectureTopics.PATH, LectureTopics.html(lessons));
        topics.add(new Topic("Lecture topics", LectureTopics.PATH));
        topics.add(new Topic("Using the workbench", "pages/using.html", documents()));
        topics.add(new Topic("Reference", Reference.FOLDER + "index.html", reference()));
        Topic book = new Topic(TITLE, "pages/index.html", topics);
        write("toc.xml", book.toc());
        write(
                CONTENTS,
                Html.page(
                        CONTENTS,
                        TITLE,
                        "<h1>" + TITLE + "</h1>\n<ul class=\"contents\">\n" + book.html() + "</ul>\n"));
        write("index.xml", new KeywordIndex(Reference.groups(), lessons).xml());
    }

    private List<Topic> documents() throws IOException {
        List<Topic> topics = new ArrayList<>();
        for (String document : documentNames()) {
            topics.add(markdown(docs, document, "docs/"));
        }
        write("pages/using.html", list("pages/using.html", "Using the workbench", topics));
        return topics;
    }

    /** Those with a place in the order, then what is there besides. */
    private List<String> documentNames() throws IOException {
        List<String> names = new ArrayList<>(DOCS);
        try (Stream<Path> files = Files.list(docs)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - ".md".length()))
                    .filter(name -> !DOCS.contains(name))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    private Topic markdown(Path folder, String name, String target) throws IOException {
        String path = target + name + ".html";
        MarkdownPage page = MarkdownPage.of(path, Files.readString(folder.resolve(name + ".md")));
        write(path, page.html());
        return new Topic(page.title(), path);
    }

    private List<Topic> reference() throws IOException, BackendException {
        Curves curves = Curves.open(sources.resolve("schedules.yaml"));
        List<Topic> topics = new ArrayList<>();
        for (Group group : Reference.groups()) {
            Formulas formulas = Formulas.read(sources.resolve("formulas/" + group.name() + ".yaml"));
            List<Topic> members = new ArrayList<>();
            for (TypeInfo type : group.types()) {
                write(group.page(type), new TypePage(group, type).html(formulas, math, curves.of(group.name(), type)));
                members.add(new Topic(type.key(), group.page(type)));
            }
            write(group.page(), GroupPage.html(group));
            topics.add(new Topic(group.title(), group.page(), members));
        }
        String index = Reference.FOLDER + "index.html";
        write(index, list(index, "Reference", topics));
        return topics;
    }

    private static String list(String path, String title, List<Topic> topics) {
        StringBuilder body = new StringBuilder("<h1>" + title + "</h1>\n<ul>\n");
        for (Topic topic : topics) {
            body.append("<li>")
                    .append(Html.link(Html.root(path) + topic.href(), topic.label()))
                    .append("</li>\n");
        }
        return Html.page(path, title, body.append("</ul>\n").toString());
    }

    private void write(String path, String content) throws IOException {
        Path file = output.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
