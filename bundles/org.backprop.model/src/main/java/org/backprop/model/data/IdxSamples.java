package org.backprop.model.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import org.backprop.model.Code;

/**
 * A pair of IDX files as one would look at it before using it.
 *
 * @param images header of the samples
 * @param classes number of classes, if the labels are whole numbers
 * @param labels the first labels
 * @param pictures the first samples as grey values of one byte, row by row; empty if they are no images of bytes
 */
public record IdxSamples(IdxHeader images, OptionalInt classes, List<Integer> labels, List<byte[]> pictures) {

    private static final int UNSIGNED_BYTE = 0x08;
    private static final int INTEGER = 0x0C;
    private static final int LARGEST_PICTURE = 1 << 20;

    /** Copies the lists. */
    public IdxSamples {
        labels = List.copyOf(labels);
        pictures = List.copyOf(pictures);
    }

    /**
     * Reads all labels and the first samples.
     *
     * @param most how many samples are kept
     * @throws java.nio.file.NoSuchFileException if a file is not there
     * @throws DataFormatException if one is no IDX file or is truncated
     */
    public static IdxSamples read(IdxFiles files, int most) throws IOException {
        IdxHeader images = IdxHeader.read(files.images());
        IdxHeader labels = IdxHeader.read(files.labels());
        List<Integer> first = new ArrayList<>();
        int highest = -1;
        try (DataInputStream in = labels.elements(files.labels())) {
            for (int i = 0; i < labels.samples() && areWhole(labels); i++) {
                int label = labels.elementType() == UNSIGNED_BYTE ? in.readUnsignedByte() : in.readInt();
                highest = Math.max(highest, label);
                if (i < most) {
                    first.add(label);
                }
            }
        } catch (EOFException e) {
            throw new DataFormatException(Code.DATA_UNREADABLE, "path", files.labels() + " is truncated");
        }
        return new IdxSamples(
                images,
                highest < 0 ? OptionalInt.empty() : OptionalInt.of(highest + 1),
                first,
                pictures(files, images, most));
    }

    private static boolean areWhole(IdxHeader labels) {
        return labels.dims().size() == 1 && (labels.elementType() == UNSIGNED_BYTE || labels.elementType() == INTEGER);
    }

    private static List<byte[]> pictures(IdxFiles files, IdxHeader images, int most) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        long size = images.sampleShape().size();
        if (images.dims().size() != 3 || images.elementType() != UNSIGNED_BYTE || size > LARGEST_PICTURE) {
            return pictures;
        }
        try (DataInputStream in = images.elements(files.images())) {
            for (int i = 0; i < Math.min(most, images.samples()); i++) {
                byte[] picture = new byte[(int) size];
                in.readFully(picture);
                pictures.add(picture);
            }
        } catch (EOFException e) {
            throw new DataFormatException(Code.DATA_UNREADABLE, "path", files.images() + " is truncated");
        }
        return pictures;
    }
}
