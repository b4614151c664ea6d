package org.backprop.engine.kernels.vector;

import java.util.ArrayList;
import java.util.List;

import org.backprop.model.Window;

/** The convolutions that were needed so far, made once for each geometry. */
final class Convolutions {

    private final List<Convolution> known = new ArrayList<>();

    /** The convolution of a geometry. */
    Convolution of(Window window, int groups, NativeView x, NativeView weight) {
        int channels = x.columns() / (window.height() * window.width());
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).is(window, groups, channels, weight.rows())) {
                return known.get(i);
            }
        }
        Convolution convolution = new Convolution(window, groups, channels, weight.rows());
        known.add(convolution);
        return convolution;
    }
}
