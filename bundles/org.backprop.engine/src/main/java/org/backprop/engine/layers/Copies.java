package org.backprop.engine.layers;

import org.backprop.engine.kernels.Rearrangement;
import org.backprop.model.Image;
import org.backprop.model.Shape;

/** Where the elements of layers go that only move them. */
final class Copies {

    private Copies() {}

    /** Rows of {@code size} elements to a place in wider rows. */
    static Rearrangement intoRows(int rows, int size, int width, int at) {
        return new Rearrangement(new int[] {rows, size}, 0, new int[] {size, 1}, at, new int[] {width, 1}, false);
    }

    /** The images of a batch into the middle of larger ones. */
    static Rearrangement intoImages(int batch, Shape small, Shape large, int top, int left) {
        Image from = Image.of(small);
        Image to = Image.of(large);
        return new Rearrangement(
                new int[] {batch, from.channels(), from.height(), from.width()},
                0,
                new int[] {Sizes.of(small), from.height() * from.width(), from.width(), 1},
                top * to.width() + left,
                new int[] {Sizes.of(large), to.height() * to.width(), to.width(), 1},
                false);
    }

    /** The images of a batch to ones in which each pixel is repeated. */
    static Rearrangement repeated(int batch, Shape small, Shape large) {
        Image from = Image.of(small);
        Image to = Image.of(large);
        int rows = to.height() / from.height();
        int columns = to.width() / from.width();
        return new Rearrangement(
                new int[] {batch, from.channels(), from.height(), rows, from.width(), columns},
                0,
                new int[] {Sizes.of(small), from.height() * from.width(), from.width(), 0, 1, 0},
                0,
                new int[] {Sizes.of(large), to.height() * to.width(), rows * to.width(), to.width(), columns, 1},
                false);
    }

    /** Each of {@code outer * groups} values, all or those of the first of {@code outer}, repeated {@code inner} times. */
    static Rearrangement spread(int outer, int groups, int inner, boolean sameForAll) {
        return new Rearrangement(
                new int[] {outer, groups, inner},
                0,
                new int[] {sameForAll ? 0 : groups, 1, 0},
                0,
                new int[] {groups * inner, inner, 1},
                false);
    }

    /** {@code [batch, steps, width]} to {@code [steps, batch, width]}. */
    static Rearrangement stepMajor(int batch, int steps, int width) {
        return new Rearrangement(
                new int[] {steps, batch, width},
                0,
                new int[] {width, steps * width, 1},
                0,
                new int[] {batch * width, width, 1},
                false);
    }

    /** Sequences {@code [batch, steps, width]} from the last step to the first. */
    static Rearrangement reversed(int batch, int steps, int width) {
        int size = steps * width;
        return new Rearrangement(
                new int[] {batch, steps, width},
                size - width,
                new int[] {size, -width, 1},
                0,
                new int[] {size, width, 1},
                false);
    }
}
