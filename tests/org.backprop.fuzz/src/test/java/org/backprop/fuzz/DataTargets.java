package org.backprop.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.DataLoader;
import org.backprop.engine.data.Progress;
import org.backprop.model.Cifar10Data;
import org.backprop.model.ColorMode;
import org.backprop.model.CsvData;
import org.backprop.model.DataSection;
import org.backprop.model.DataSpec;
import org.backprop.model.IdxData;
import org.backprop.model.ImagesData;
import org.backprop.model.Normalization;
import org.backprop.model.NpzData;
import org.backprop.model.Size2d;
import org.backprop.model.Split;
import org.backprop.model.data.Cifar10Files;
import org.backprop.model.data.DataProbe;

/** Data files: their headers as the IDE reads them, and all of them as the trainer does. */
final class DataTargets {

    private static final int SAMPLES = 8;
    private static final String CSV = "a,b,class\n" + "1,2.5,x\n-1,\"3\",y\n1e-3,4,x\n".repeat(4);
    private static final String TEXTS = "a;b;class\n" + "red;2;x\nblue;3;y\n\"gr\"\"een\";4;x\n".repeat(4);
    private static final byte[] IMAGES = idx(SAMPLES, 2, 3);
    private static final byte[] LABELS = idx(SAMPLES);

    private DataTargets() {}

    static List<Target> all() {
        return List.of(
                target(
                        "IDX images",
                        "idx/a-images-idx3-ubyte",
                        List.of(IMAGES, gzip(IMAGES)),
                        new IdxData("idx"),
                        folder -> Targets.write(folder, "idx/a-labels-idx1-ubyte", LABELS)),
                target(
                                "IDX labels",
                                "idx/a-labels-idx1-ubyte",
                                List.of(LABELS, gzip(LABELS)),
                                new IdxData("idx"),
                                folder -> Targets.write(folder, "idx/a-images-idx3-ubyte", IMAGES))
                        .minor(),
                target(
                        "CIFAR-10",
                        "cifar/data_batch_1.bin",
                        List.of(cifar()),
                        new Cifar10Data("cifar"),
                        DataTargets::restOfCifar),
                target(
                        "CSV",
                        "a.csv",
                        List.of(CSV.getBytes(UTF_8), ("\uFEFF" + CSV).getBytes(UTF_8)),
                        new CsvData("a.csv", "class", true)),
                oneHot().minor(),
                target(
                        "NPZ",
                        "a.npz",
                        List.of(npz(ZipEntry.STORED), npz(ZipEntry.DEFLATED)),
                        new NpzData("a.npz", "x", "y")),
                image("PNG", "png", Optional.empty()),
                image("JPEG", "jpg", Optional.of(new Size2d(4, 4))).minor());
    }

    /** Writes the files beside the one that is broken. */
    @FunctionalInterface
    private interface Rest {
        void into(Path folder) throws IOException;
    }

    private static Target target(String name, String file, List<byte[]> seeds, DataSpec spec) {
        return target(name, file, seeds, spec, folder -> {});
    }

    private static Target target(String name, String file, List<byte[]> seeds, DataSpec spec, Rest rest) {
        return target(name, file, seeds, section(spec, Normalization.NONE), rest);
    }

    private static Target oneHot() {
        return target(
                "CSV with texts",
                "texts.csv",
                List.of(TEXTS.getBytes(UTF_8)),
                section(new CsvData("texts.csv", "class", true), Normalization.ONE_HOT),
                folder -> {});
    }

    private static DataSection section(DataSpec spec, Normalization normalization) {
        return new DataSection(spec, new Split(0.5, 0.5, 0, 1, false), normalization, List.of());
    }

    private static Target target(String name, String file, List<byte[]> seeds, DataSection section, Rest rest) {
        return new Target(name, seeds, List.of(DataException.class), (input, folder) -> {
            Path own = folder.resolve(name.replace(' ', '-'));
            if (!Files.exists(own)) {
                Files.createDirectory(own);
                rest.into(own);
            }
            Targets.write(own, file, input);
            return read(section, own);
        });
    }

    private static boolean read(DataSection section, Path folder) throws DataException {
        boolean probed = true;
        try {
            DataProbe.probe(section.source(), folder);
        } catch (IOException declared) {
            probed = false;
        }
        DataLoader.load(section, folder, true, Progress.NONE);
        return probed;
    }

    private static byte[] idx(int... dims) {
        int values = 1;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 8, (byte) dims.length});
        for (int dim : dims) {
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(dim).array());
            values *= dim;
        }
        for (int i = 0; i < values; i++) {
            out.write(i % 2);
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] cifar() {
        byte[] records = new byte[2 * Cifar10Files.RECORD];
        records[Cifar10Files.RECORD] = 1;
        return records;
    }

    private static void restOfCifar(Path folder) throws IOException {
        for (int i = 2; i <= 5; i++) {
            Targets.write(folder, "cifar/data_batch_" + i + ".bin", cifar());
        }
        Targets.write(folder, "cifar/test_batch.bin", cifar());
    }

    private static byte[] npz(int method) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] x = array("<f4", "(%d, 3)".formatted(SAMPLES), 4 * 3 * SAMPLES);
            byte[] y = array("|u1", "(%d,)".formatted(SAMPLES), SAMPLES);
            for (Map.Entry<String, byte[]> array : List.of(Map.entry("x.npy", x), Map.entry("y.npy", y))) {
                ZipEntry entry = new ZipEntry(array.getKey());
                entry.setMethod(method);
                entry.setSize(array.getValue().length);
                CRC32 crc = new CRC32();
                crc.update(array.getValue());
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(array.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] array(String type, String shape, int bytes) {
        String header = "{'descr': '%s', 'fortran_order': False, 'shape': %s, }".formatted(type, shape);
        header += " ".repeat(63 - (10 + header.length()) % 64) + "\n";
        ByteBuffer array = ByteBuffer.allocate(10 + header.length() + bytes).order(ByteOrder.LITTLE_ENDIAN);
        array.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        array.put(header.getBytes(StandardCharsets.ISO_8859_1));
        for (int i = 0; bytes == SAMPLES && i < bytes; i++) {
            array.put((byte) (i % 2));
        }
        return array.array();
    }

    private static Target image(String name, String format, Optional<Size2d> size) {
        byte[] picture = picture(format, 5);
        List<byte[]> seeds = new ArrayList<>(List.of(picture));
        if (size.isPresent()) {
            seeds.add(picture(format, 17));
        }
        return target(name, "images/a/1." + format, seeds, new ImagesData("images", size, ColorMode.RGB), folder -> {
            Targets.write(folder, "images/a/2." + format, picture);
            Targets.write(folder, "images/b/1." + format, picture);
            Targets.write(folder, "images/b/2." + format, picture);
        });
    }

    private static byte[] picture(String format, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, 0x10203 * i);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
