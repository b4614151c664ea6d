package org.backprop.model.internal.read;

import java.util.Optional;
import java.util.OptionalInt;

import org.backprop.model.DataSection;
import org.backprop.model.Shape;
import org.backprop.model.data.DataInfo;

/**
 * The data section as far as it could be read.
 *
 * @param section the section; empty if it has errors
 * @param info what the headers of the data say
 */
record DataDraft(Optional<DataSection> section, DataInfo info) {

    /** What the headers say, without the classes if they are not what is predicted. */
    DataInfo predicted() {
        return reconstructs() ? new DataInfo(info.shape(), OptionalInt.empty(), info.samples()) : info;
    }

    /** How many numbers there are to predict; 1 if that is a class or not known. */
    int targets() {
        return reconstructs()
                ? info.shape().map(Shape::size).map(Math::toIntExact).orElse(1)
                : section.map(DataSection::targets).orElse(1);
    }

    private boolean reconstructs() {
        return section.filter(DataSection::reconstruct).isPresent();
    }
}
