package org.backprop.model.internal.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.backprop.model.Code;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Builds the tree from parser events, without recursion and with limits on depth, values and expanded aliases. */
final class TreeBuilder {

    static final int DEEPEST = 64;
    static final int MOST_VALUES = 200_000;
    static final int MOST_ALIASED = 10_000;

    private final SourceText source;
    private final Problems problems;
    private final Deque<Collector> open = new ArrayDeque<>();
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private Optional<YamlNode> root = Optional.empty();
    private boolean complete = true;
    private boolean tooLarge;
    private int documents;
    private int values;
    private long aliased;
    private Location last;

    TreeBuilder(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.last = source.at(0);
    }

    /** Takes the next event; false if the tree ends here. */
    boolean accept(Event event) {
        Location here = location(event);
        boolean goOn = switch (event) {
            case DocumentStartEvent start -> ++documents == 1 || severalDocuments(here);
            case ScalarEvent scalar -> scalar(scalar, here);
            case AliasEvent alias -> alias(alias.getAlias(), here);
            case CollectionStartEvent start -> start(start, here);
            case CollectionEndEvent end -> end(here);
            default -> true;
        };
        return goOn && withinLimit(here);
    }

    /** The place of the last event. */
    Location lastPlace() {
        return last;
    }

    /** Marks the tree as incomplete. */
    void breakOff() {
        complete = false;
    }

    /** The tree of what was accepted; none if it is too large. */
    YamlTree finish() {
        if (tooLarge) {
            return YamlTree.UNREADABLE;
        }
        while (!open.isEmpty()) {
            complete = false;
            close(last.position().end());
        }
        return new YamlTree(root, complete);
    }

    private boolean scalar(ScalarEvent event, Location here) {
        rejectTag(event.getTag(), here);
        ScalarNode node = new ScalarNode(event.getValue(), event.getScalarStyle() == ScalarStyle.PLAIN, here);
        last = here;
        add(node);
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return true;
    }

    private boolean alias(Anchor anchor, Location here) {
        last = here;
        YamlNode node = anchors.get(anchor);
        if (node == null) {
            complete = false;
            problems.error(
                    here, Code.YAML_SYNTAX, "alias *" + anchor.getValue() + " stands for no value that ends before it");
            add(new ScalarNode("", true, here));
            return true;
        }
        aliased += node.size();
        if (aliased > MOST_ALIASED) {
            return tooLarge(here, "aliases expand to more than " + MOST_ALIASED + " values");
        }
        add(node);
        return true;
    }

    private boolean start(CollectionStartEvent event, Location here) {
        rejectTag(event.getTag(), here);
        if (open.size() == DEEPEST) {
            return tooLarge(here, "values are nested more than " + DEEPEST + " levels deep");
        }
        int from = here.position().offset();
        open.push(new Collector(event instanceof MappingStartEvent, event.isFlow(), from, event.getAnchor(), problems));
        last = source.location(from, event.isFlow() ? 1 : 0);
        values++;
        return true;
    }

    private boolean end(Location here) {
        if (open.peek().flow()) {
            last = here;
        }
        close(last.position().end());
        return true;
    }

    private void close(int end) {
        Collector collector = open.pop();
        YamlNode node = collector.finish(source.location(collector.from(), Math.max(0, end - collector.from())));
        collector.anchor().ifPresent(anchor -> anchors.put(anchor, node));
        add(node);
    }

    private void add(YamlNode node) {
        values++;
        if (open.isEmpty()) {
            root = root.or(() -> Optional.of(node));
        } else {
            open.peek().add(node);
        }
    }

    private boolean severalDocuments(Location here) {
        problems.error(
                here, Code.YAML_UNSUPPORTED, "a model file is one document: remove this line and what follows it");
        return false;
    }

    private void rejectTag(Optional<String> tag, Location here) {
        tag.ifPresent(text -> problems.error(
                here, Code.YAML_UNSUPPORTED, "a model file does not use tags: remove " + Quote.of(shortTag(text))));
    }

    private static String shortTag(String tag) {
        return tag.replaceFirst("^tag:yaml\\.org,2002:", "!!");
    }

    private boolean withinLimit(Location here) {
        return values <= MOST_VALUES || tooLarge(here, "there are more than " + MOST_VALUES + " values");
    }

    private boolean tooLarge(Location here, String message) {
        tooLarge = true;
        problems.error(here, Code.TOO_LARGE, message);
        return false;
    }

    private Location location(Event event) {
        int from = event.getStartMark().orElseThrow().getIndex();
        return source.between(
                from, Math.max(from, event.getEndMark().orElseThrow().getIndex()));
    }
}
