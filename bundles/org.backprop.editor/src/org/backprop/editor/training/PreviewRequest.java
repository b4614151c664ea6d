package org.backprop.editor.training;

import java.nio.file.Path;

import org.backprop.model.DataSection;

/**
 * What is to be read.
 *
 * @param data the data section
 * @param classes whether the samples have classes
 * @param folder that its paths are relative to
 * @param seed which samples
 */
record PreviewRequest(DataSection data, boolean classes, Path folder, long seed) {}
