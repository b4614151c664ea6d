package org.backprop.model.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

import org.backprop.model.Cifar10Data;
import org.backprop.model.Code;
import org.backprop.model.ColorMode;
import org.backprop.model.CsvData;
import org.backprop.model.DigitsData;
import org.backprop.model.IdxData;
import org.backprop.model.ImagesData;
import org.backprop.model.NpzData;
import org.backprop.model.Shape;
import org.backprop.model.SineData;
import org.backprop.model.Size2d;
import org.backprop.model.SpiralsData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataProbeTest {

    @TempDir
    Path folder;

    private static byte[] idx(int payload, int... dims) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x0800 | dims.length);
        for (int dim : dims) {
            out.writeInt(dim);
        }
        out.write(new byte[payload]);
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private void write(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    private DataInfo probe(String path) throws IOException {
        return DataProbe.probe(new IdxData(path), folder);
    }

    private String refused(String path) {
        return assertThrows(DataFormatException.class, () -> probe(path)).getMessage();
    }

    @Test
    void knowsTheDigitsWithoutAnyFile() throws IOException {
        assertEquals(
                new DataInfo(Optional.of(Shape.of(1, 28, 28)), OptionalInt.of(10), OptionalLong.of(5)),
                DataProbe.probe(new DigitsData(5, 1), folder));
    }

    @Test
    void knowsEveryGeneratedSourceWithoutAnyFile() throws IOException {
        assertEquals(
                new DataInfo(Optional.of(Shape.of(2)), OptionalInt.of(4), OptionalLong.of(9)),
                DataProbe.probe(new SpiralsData(9, 4, 1, 0, 1), folder));
        assertEquals(
                new DataInfo(Optional.of(Shape.of(1)), OptionalInt.empty(), OptionalLong.of(9)),
                DataProbe.probe(new SineData(9, 1, 0, 1), folder));
    }

    @Test
    void countsTheRecordsOfCifar10ByTheSizeOfItsFiles() throws IOException {
        for (int i = 1; i <= 5; i++) {
            write("data_batch_" + i + ".bin", new byte[2 * Cifar10Files.RECORD]);
        }
        assertThrows(NoSuchFileException.class, () -> DataProbe.probe(new Cifar10Data("."), folder));
        write("test_batch.bin", new byte[Cifar10Files.RECORD]);
        assertEquals(
                new DataInfo(Optional.of(Shape.of(3, 32, 32)), OptionalInt.of(10), OptionalLong.of(11)),
                DataProbe.probe(new Cifar10Data("."), folder));
        write("data_batch_4.bin", new byte[Cifar10Files.RECORD + 1]);
        DataFormatException e =
                assertThrows(DataFormatException.class, () -> DataProbe.probe(new Cifar10Data("."), folder));
        assertTrue(
                e.getMessage().contains("data_batch_4.bin: byte 3074: the file ends within record 2"), e.getMessage());
    }

    @Test
    void takesTheSizeOfImagesFromTheFirstOfEachClass() throws IOException {
        ImagesData spec = new ImagesData(".", Optional.empty(), ColorMode.RGB);
        image("b/1.png", 2, 3);
        assertTrue(assertThrows(DataFormatException.class, () -> DataProbe.probe(spec, folder))
                .getMessage()
                .contains("a folder for each of two or more classes, has 1"));
        image("a/1.png", 2, 3);
        image("a/2.png", 2, 3);
        assertEquals(
                new DataInfo(Optional.of(Shape.of(3, 2, 3)), OptionalInt.of(2), OptionalLong.of(3)),
                DataProbe.probe(spec, folder));
        image("c/1.png", 4, 4);
        assertTrue(assertThrows(DataFormatException.class, () -> DataProbe.probe(spec, folder))
                .getMessage()
                .contains("1.png: the image has 4x4 pixels, "));
        assertEquals(
                Optional.of(Shape.of(1, 8, 8)),
                DataProbe.probe(new ImagesData(".", Optional.of(Size2d.of(8)), ColorMode.GREY), folder)
                        .shape());
    }

    private void image(String name, int height, int width) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }

    @Test
    void takesShapeAndCountOfAnNpzFileFromItsHeaders() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("a.npz")))) {
            npy(zip, "x", "(3, 2, 4)", 24);
            npy(zip, "y", "(3,)", 3);
        }
        assertEquals(
                new DataInfo(Optional.of(Shape.of(2, 4)), OptionalInt.empty(), OptionalLong.of(3)),
                DataProbe.probe(new NpzData("a.npz", "x", "y"), folder));
        DataFormatException e = assertThrows(
                DataFormatException.class, () -> DataProbe.probe(new NpzData("a.npz", "x", "labels"), folder));
        assertEquals("target", e.key());
        assertEquals(Code.UNKNOWN_NAME, e.code());
    }

    private static void npy(ZipOutputStream zip, String name, String shape, int bytes) throws IOException {
        String header = "{'descr': '|u1', 'fortran_order': False, 'shape': " + shape + ", }\n";
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
        zip.write(header.getBytes(StandardCharsets.ISO_8859_1));
        zip.write(new byte[bytes]);
        zip.closeEntry();
    }

    @Test
    void addsUpThePairsOfAFolderTrainingFirst() throws IOException {
        write("t10k-images-idx3-ubyte", idx(2 * 6, 2, 2, 3));
        write("t10k-labels-idx1-ubyte", idx(2, 2));
        write("train-images-idx3-ubyte.gz", gzip(idx(4 * 6, 4, 2, 3)));
        write("train-labels-idx1-ubyte.gz", gzip(idx(4, 4)));
        write("README", new byte[3]);
        assertEquals(new DataInfo(Optional.of(Shape.of(1, 2, 3)), OptionalInt.empty(), OptionalLong.of(6)), probe("."));
        assertEquals(
                "train-images-idx3-ubyte.gz",
                IdxFiles.find(folder).getFirst().images().getFileName().toString());
    }

    @Test
    void takesOneFileOfImagesWithTheLabelsBesideIt() throws IOException {
        write("my-images.idx3-ubyte", idx(2 * 6, 2, 2, 3));
        write("my-labels.idx1-ubyte", idx(2, 2));
        assertEquals(OptionalLong.of(2), probe("my-images.idx3-ubyte").samples());
    }

    @Test
    void prefersAPlainFileToItsCompressedCopy() throws IOException {
        write("train-images-idx3-ubyte", idx(2 * 6, 2, 2, 3));
        write("train-images-idx3-ubyte.gz", gzip(idx(2 * 6, 2, 2, 3)));
        write("train-labels-idx1-ubyte", idx(2, 2));
        assertEquals(OptionalLong.of(2), probe(".").samples());
    }

    @Test
    void saysWhichFileIsNotThere() throws IOException {
        assertThrows(NoSuchFileException.class, () -> probe("none"));
        assertThrows(NoSuchFileException.class, () -> probe("."));
        write("train-images-idx3-ubyte", idx(2 * 6, 2, 2, 3));
        String labels =
                assertThrows(NoSuchFileException.class, () -> probe(".")).getFile();
        assertTrue(labels.endsWith("train-labels-idx1-ubyte"), labels);
    }

    @Test
    void saysWhereAnIdxFileIsWrong() throws IOException {
        write("train-labels-idx1-ubyte", idx(2, 2));
        String images = "train-images-idx3-ubyte";
        write(images, idx(11, 2, 2, 3));
        assertTrue(refused(images).contains("is truncated: it ends at byte 27, its dimensions [2, 2, 3] need 28"));
        write(images, idx(13, 2, 2, 3));
        assertTrue(refused(images).contains("is too long: it ends at byte 29"));
        write(images, new byte[] {0, 0, 8, 3, 0, 0});
        assertTrue(refused(images).contains("ends inside the header"));
        write(images, new byte[] {1, 2, 3, 4, 5});
        assertTrue(refused(images).contains("the two bytes at offset 0 must be 0"));
        write(images, new byte[] {0, 0, 7, 1});
        assertTrue(refused(images).contains("the byte at offset 2 must be an element type, is 7"));
        write(images, new byte[] {0, 0, 8, 0});
        assertTrue(refused(images).contains("has 0 dimensions by the byte at offset 3"));
        write(images, idx(0, 2, -3, 3));
        assertTrue(refused(images).contains("has the dimension -3 at offset 8"));
        write(images, idx(0, 2, 1 << 20, 1 << 20));
        assertTrue(refused(images).contains("at offset 12"));
        write(images, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        assertTrue(refused(images).contains("is not a complete gzip file"));
        write(images, idx(18, 3, 2, 3));
        assertTrue(refused(images).contains("has 3 samples"));
    }

    private DataInfo csv(String content, String target, boolean header) throws IOException {
        Files.writeString(folder.resolve("a.csv"), content);
        return DataProbe.probe(new CsvData("a.csv", target, header), folder);
    }

    @ParameterizedTest
    @CsvSource({"-1, true", "label, true", "'width, cm', true", "0, true", "2, false", "-3, false"})
    void countsTheColumnsOfACsvFile(String target, boolean header) throws IOException {
        DataInfo info = csv("\uFEFF\"width, cm\",height,label\r\n1,2,3\r\n", target, header);
        assertEquals(Optional.of(Shape.of(2)), info.shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lable | true | has no column \"lable\": did you mean label?",
                "zzz | true | it has x, y, label",
                "3 | true | has 3 columns, there is no column 3",
                "-4 | false | has 3 columns, there is no column -4",
                "x | false | must be the index of a column",
            })
    void refusesATargetThatIsNoColumn(String target, boolean header, String message) {
        DataFormatException e = assertThrows(DataFormatException.class, () -> csv("x,y,label\n", target, header));
        assertEquals("target", e.key());
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void refusesACsvFileWithoutFeatures() {
        assertThrows(DataFormatException.class, () -> csv("", "-1", true));
        assertThrows(DataFormatException.class, () -> csv("abc\n", "-1", true));
        assertThrows(DataFormatException.class, () -> csv("a".repeat(2 << 20), "-1", true));
    }

    @ParameterizedTest
    @CsvSource({"'a;b;c\n1,5;2,5;0\n'", "'\n\na\tb\tc\n1\t2\t0\n'"})
    void semicolonsAndTabsSeparateColumnsToo(String content) throws IOException {
        assertEquals(Optional.of(Shape.of(2)), csv(content, "c", true).shape());
    }
}
