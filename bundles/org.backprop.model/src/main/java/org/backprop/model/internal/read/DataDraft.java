package org.backprop.model.internal.read;

import java.util.Optional;

import org.backprop.model.DataSection;
import org.backprop.model.data.DataInfo;

/**
 * The data section as far as it could be read.
 *
 * @param section the section; empty if it has errors
 * @param info what the headers of the data say
 */
record DataDraft(Optional<DataSection> section, DataInfo info) {}
