package org.backprop.engine.data.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.backprop.engine.data.DataException;
import org.backprop.engine.data.Dataset;
import org.backprop.engine.data.FloatStores;
import org.backprop.engine.data.Progress;
import org.backprop.engine.data.SampleTable;
import org.backprop.engine.data.Source;
import org.backprop.model.CsvData;
import org.backprop.model.data.CsvSeparator;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * Loads a text file with one sample a line: quoted as RFC 4180 says, UTF-8 with or without byte order mark, fields
 * separated by comma, semicolon or tab, empty lines skipped. Every column but the target must hold finite numbers.
 */
public final class CsvLoader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MOST_COLUMNS = 1 << 20;
    private static final int REPORT_EACH = 1024;

    private CsvLoader() {}

    /**
     * Loads the samples of a file; their shape is [number of feature columns].
     *
     * @param spec names the target column and says whether there is a header
     * @param storage where the features are kept
     * @throws DataException if the file is missing or malformed; the message has line and column
     * @throws CancellationException if {@code progress} is canceled
     */
    public static Dataset load(Path file, CsvData spec, boolean classification, FloatStores storage, Progress progress)
            throws DataException {
        Rows rows = new Rows(file, spec, classification, new TextColumns(), storage.open());
        read(file, rows::add, progress);
        return rows.toDataset();
    }

    /** As {@link #load}, but feature columns may hold texts; in place of these, the samples have codes of the source. */
    public static Source loadTexts(
            Path file, CsvData spec, boolean classification, FloatStores storage, Progress progress)
            throws DataException {
        TextColumns texts = new TextColumns();
        boolean[] header = {spec.header()};
        read(
                file,
                row -> {
                    if (!header[0]) {
                        texts.find(row);
                    }
                    header[0] = false;
                },
                progress);
        Rows rows = new Rows(file, spec, classification, texts, storage.open());
        read(file, rows::add, progress);
        return new SampleTable(file.toString(), rows.toDataset(), Optional.empty(), texts.categories(rows.columns()));
    }

    /** Takes the rows of a file. */
    @FunctionalInterface
    interface Taker {
        void take(CsvRecord row) throws DataException;
    }

    /** Reads an open file. */
    @FunctionalInterface
    private interface Reading {
        void of(BufferedReader reader) throws IOException, DataException;
    }

    /** Hands on the rows of a file. */
    static void read(Path file, Taker taker, Progress progress) throws DataException {
        read(file, reader -> read(reader, taker, progress));
    }

    /** Hands on the first row of a file, if it has one. */
    static void readFirst(Path file, Taker taker) throws DataException {
        read(file, reader -> {
            skipByteOrderMark(reader);
            Iterator<CsvRecord> rows = parse(reader).iterator();
            if (rows.hasNext()) {
                taker.take(rows.next());
            }
        });
    }

    private static void read(Path file, Reading reading) throws DataException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8.newDecoder()))) {
            reading.of(reader);
        } catch (CsvParseException e) {
            throw new DataException("%s: %s".formatted(file, reason(e)), e);
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void read(BufferedReader reader, Taker taker, Progress progress) throws IOException, DataException {
        skipByteOrderMark(reader);
        long done = 0;
        for (CsvRecord row : parse(reader)) {
            taker.take(row);
            if (++done % REPORT_EACH == 0) {
                progress.report(done, -1);
                if (progress.canceled()) {
                    throw new CancellationException();
                }
            }
        }
    }

    private static CsvReader<CsvRecord> parse(BufferedReader reader) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(CsvSeparator.detect(reader))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .build(CsvRecordHandler.of(handler -> handler.maxFields(MOST_COLUMNS)), reader);
    }

    private static void skipByteOrderMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
    }

    private static String reason(CsvParseException e) {
        String place = e.getMessage();
        return e.getCause() == null ? place : place + ": " + e.getCause().getMessage();
    }

    private static DataException unreadable(Path file, IOException e) {
        String reason = switch (e) {
            case NoSuchFileException missing -> "there is no such file; correct data.csv.path";
            case CharacterCodingException encoding -> Utf8.firstFault(file) + "; save the file as UTF-8";
            default -> "cannot be read: " + e.getMessage();
        };
        return new DataException("%s: %s".formatted(file, reason), e);
    }
}
