package org.backprop.views.tables;

import java.util.Comparator;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param title header
 * @param width pixels
 * @param number whether it holds numbers, which are aligned to the right
 * @param text what a cell says
 * @param order ascending order
 */
public record Column<R>(String title, int width, boolean number, Function<R, String> text, Comparator<R> order) {}
