package org.backprop.editor.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;

/** Proposes files and folders where a model file names some. */
final class PathAssist {
    private static final Pattern TYPED = Pattern.compile("[^\\s'\"{}\\[\\],]*$");
    private static final String WEIGHTS = "weights";
    private static final String WEIGHTS_ENDING = ".safetensors";

    /** A folder may hold a million images; so many are looked at. */
    private static final int MOST = 2_000;

    private PathAssist() {}

    /** Whether a path is expected where a caret is. */
    static boolean isAt(YamlContext context) {
        List<String> path = context.path();
        return context.value()
                && !path.isEmpty()
                && (path.getFirst().equals("data") && path.getLast().equals("path")
                        || path.equals(List.of("network", WEIGHTS)));
    }

    /**
     * The files and folders whose names go on as is typed; folders end with a slash.
     *
     * @param folder what relative paths start at
     */
    static List<ICompletionProposal> proposals(String text, int offset, YamlContext context, Path folder) {
        Matcher matcher = TYPED.matcher(text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset));
        matcher.find();
        String typed = matcher.group();
        int slash = typed.lastIndexOf('/') + 1;
        String last = typed.substring(slash);
        boolean weights = context.path().getLast().equals(WEIGHTS);
        List<ICompletionProposal> proposals = new ArrayList<>();
        for (String name : names(folder, typed.substring(0, slash))) {
            if (name.startsWith(last) && (!weights || name.endsWith("/") || name.endsWith(WEIGHTS_ENDING))) {
                proposals.add(new CompletionProposal(
                        name, offset - last.length(), last.length(), name.length(), null, name, null, null));
            }
        }
        return proposals;
    }

    private static TreeSet<String> names(Path folder, String inside) {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve(inside))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!name.startsWith(".")) {
                    names.add(Files.isDirectory(file) ? name + "/" : name);
                }
                if (names.size() == MOST) {
                    break;
                }
            }
        } catch (IOException | InvalidPathException | DirectoryIteratorException noSuchFolder) {
            return new TreeSet<>();
        }
        return names;
    }
}
