package org.backprop.model.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy {@code .npy} array: the bytes {@code \x93NUMPY}, a version, the length of a Python dictionary
 * with type, order and shape, and the dictionary. The elements follow, last dimension fastest.
 *
 * @param type what the elements are
 * @param order order of an element's bytes
 * @param dims sizes, outermost first
 * @param length bytes before the first element
 */
public record NpyHeader(Type type, ByteOrder order, List<Integer> dims, int length) {

    /** The types that can be read. */
    public enum Type {
        /** float32. */
        F4(4),
        /** float64. */
        F8(8),
        /** int32. */
        I4(4),
        /** int64. */
        I8(8),
        /** uint8. */
        U1(1);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /** Bytes of one element. */
        public int bytes() {
            return bytes;
        }
    }

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 16;
    private static final int MOST_DIMENSIONS = 8;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])(\\w+)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L, ]*)\\)");

    /** Copies the list. */
    public NpyHeader {
        dims = List.copyOf(dims);
    }

    /** That bytes are no array that can be read; the message starts with the place. */
    public static final class MalformedException extends IOException {

        private static final long serialVersionUID = 1L;

        MalformedException(long offset, String message) {
            super("byte " + offset + ": " + message);
        }
    }

    /**
     * Reads a header; the stream then stands at the first element.
     *
     * @throws MalformedException if there is none, or the array is of a kind that is not read
     */
    public static NpyHeader read(InputStream in) throws IOException {
        byte[] start = in.readNBytes(8);
        for (int i = 0; i < MAGIC.length; i++) {
            if (start.length <= i || start[i] != MAGIC[i]) {
                throw new MalformedException(i, "not a NumPy array: it must start with \\x93NUMPY");
            }
        }
        boolean old = start.length == 8 && start[6] == 1;
        byte[] size = in.readNBytes(old ? 2 : 4);
        int before = start.length + size.length;
        if (start.length < 8 || size.length < (old ? 2 : 4)) {
            throw new MalformedException(before, "the array ends inside its header; it is truncated");
        }
        long dictionary = 0;
        for (int i = 0; i < size.length; i++) {
            dictionary |= (size[i] & 0xFFL) << 8 * i;
        }
        if (dictionary > LONGEST) {
            throw new MalformedException(8, "the header has " + dictionary + " bytes, which is not possible");
        }
        byte[] text = in.readNBytes((int) dictionary);
        if (text.length < dictionary) {
            throw new MalformedException(before + text.length, "the array ends inside its header; it is truncated");
        }
        return parse(new String(text, StandardCharsets.ISO_8859_1), before);
    }

    private static NpyHeader parse(String text, int start) throws MalformedException {
        Matcher descr = find(DESCR, text, start, "a simple type, such as 'descr': '<f4'");
        Matcher fortran = find(FORTRAN, text, start, "'fortran_order'");
        Matcher shape = find(SHAPE, text, start, "'shape'");
        if (fortran.group(1).equals("True")) {
            throw new MalformedException(
                    start + fortran.start(1), "the array is in Fortran order; save numpy.ascontiguousarray(array)");
        }
        Type type = null;
        for (Type candidate : Type.values()) {
            type = descr.group(2).equalsIgnoreCase(candidate.name()) ? candidate : type;
        }
        if (type == null) {
            throw new MalformedException(
                    start + descr.start(1),
                    "the type " + descr.group(1) + descr.group(2)
                            + " is not read; convert it, as with array.astype('float32')");
        }
        ByteOrder order = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyHeader(type, order, dims(shape, start), start + text.length());
    }

    private static Matcher find(Pattern pattern, String text, int start, String what) throws MalformedException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new MalformedException(start, "the header has no " + what);
        }
        return matcher;
    }

    private static List<Integer> dims(Matcher shape, int start) throws MalformedException {
        List<Integer> dims = new ArrayList<>();
        long elements = 1;
        for (String number : shape.group(1).split("[, L]+")) {
            if (!number.isEmpty()) {
                long dim = number.length() > 10 ? Long.MAX_VALUE : Long.parseLong(number);
                elements = dim < 1 || dim > Integer.MAX_VALUE / elements ? Long.MAX_VALUE : elements * dim;
                if (elements > Integer.MAX_VALUE) {
                    throw new MalformedException(
                            start + shape.start(1),
                            "the shape (" + shape.group(1) + ") has no element or too many for a data set");
                }
                dims.add((int) dim);
            }
        }
        if (dims.isEmpty() || dims.size() > MOST_DIMENSIONS) {
            throw new MalformedException(
                    start + shape.start(1), "the array has " + dims.size() + " dimensions, must have 1 to 8");
        }
        return dims;
    }

    /** Number of samples. */
    public int samples() {
        return dims.getFirst();
    }

    /** Number of elements. */
    public int elements() {
        return dims.stream().reduce(1, (a, b) -> a * b);
    }
}
