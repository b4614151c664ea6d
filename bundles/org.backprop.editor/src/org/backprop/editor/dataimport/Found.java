package org.backprop.editor.dataimport;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import org.backprop.model.start.Dataset;

/**
 * A data set that can be imported.
 *
 * @param files its files or folders; the first is the one that a model file names
 * @param dataset describes it for a model file that names it by the given path
 */
record Found(List<Path> files, Function<String, Dataset> dataset) {}
