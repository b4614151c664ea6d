package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

import org.backprop.runlog.run.JournalEntry;
import org.backprop.runlog.run.RunReader;
import org.backprop.runlog.run.RunSnapshot;
import org.backprop.runlog.run.RunWriter;
import org.backprop.ui.tests.DropoutRun.Drops;
import org.backprop.views.dropout.Binomial;
import org.backprop.views.dropout.Captions;
import org.backprop.views.dropout.CoDrop;
import org.backprop.views.dropout.DropoutTable;
import org.backprop.views.dropout.LayerFacts;
import org.backprop.views.dropout.LayerKind;
import org.backprop.views.dropout.MaskGrid;
import org.backprop.views.dropout.Mode;
import org.backprop.views.dropout.Projection;
import org.backprop.views.dropout.Shown;
import org.backprop.views.dropout.UnitRow;
import org.backprop.views.dropout.Wanted;
import org.backprop.views.images.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropoutProjectionTest {
    private static final List<Drops> LAYERS =
            List.of(new Drops("drop", 20, 0.5), new Drops("wide", 3000, 0.8), new Drops("block/gate", 1, 0.7));

    @TempDir
    private Path runs;

    private static Wanted wanted(Mode mode, OptionalLong step, String... layers) {
        return new Wanted(null, step, Set.of(layers), mode, new Region(0, 0, 0, 0), 400, 300);
    }

    private static Shown shown(RunSnapshot run, Mode mode, String... layers) {
        return new Projection().of(run, wanted(mode, OptionalLong.empty(), layers));
    }

    private RunSnapshot run() throws IOException {
        return RunReader.read(DropoutRun.write(runs, "masks", LAYERS));
    }

    @Test
    void theFiguresOfALayerAreThoseOfItsMasks() throws IOException {
        Shown shown = shown(run(), Mode.MASKS);
        assertEquals(
                List.of("drop", "wide", "block/gate"),
                shown.layers().stream().map(LayerFacts::name).toList());
        LayerFacts wide = shown.layers().get(1);
        assertEquals(3000, wide.units());
        assertEquals(0.8, wide.keep(), 1e-6);
        assertEquals(0.8, wide.actual().orElseThrow(), 0.01);
        assertEquals(160, wide.counted());
        assertTrue(wide.asExpected() && !wide.suspicious());
        assertEquals(LayerKind.DEPTH, shown.layers().get(2).kind());
        assertEquals(1, shown.gates().size());
        assertEquals("block", shown.gates().getFirst().block());
        assertEquals(DropoutRun.SAMPLES, shown.gates().getFirst().kept().size());
        assertEquals(40, shown.moments().length);
        assertEquals(0.0125, shown.cost().orElseThrow(), 1e-6);
    }

    @Test
    void theNewestMaskIsAtTheRightEdgeAndEachCellIsOneUnitOfAMask() throws IOException {
        Shown shown = shown(run(), Mode.MASKS, "drop");
        MaskGrid grid = shown.grid().orElseThrow();
        assertEquals(200, grid.columns());
        assertEquals(20, grid.rows());
        assertTrue(Float.isNaN(grid.at(39, 0)) && !Float.isNaN(grid.at(40, 0)), "160 masks in 200 columns");
        var last = shown.chosen().getFirst().masks().columns().getLast();
        for (int unit = 0; unit < 20; unit++) {
            assertEquals(last.mask().get(3 * 20 + unit) ? 1 : 0, grid.at(199, unit));
        }
        String kept = grid.at(199, 0) == 1 ? "unit 0 kept" : "unit 0 dropped";
        assertEquals("drop: " + kept + "\nstep 400, sample 4", grid.describe(199, 0));
        assertNull(grid.describe(10, 0));
        assertNull(grid.describe(200, 0));
    }

    @Test
    void layersBelowEachOtherShareTheRowsAndARowMayStandForSeveralUnits() throws IOException {
        MaskGrid grid = shown(run(), Mode.MASKS).grid().orElseThrow();
        assertEquals(20 + 1 + 100 + 1 + 1, grid.rows());
        assertTrue(Float.isNaN(grid.at(199, 20)), "a gap between layers");
        assertEquals(0.8, grid.at(199, 50), 0.3);
        assertTrue(grid.describe(199, 21).startsWith("wide: units 0 to 29, "), grid.describe(199, 21));
        assertTrue(grid.describe(199, 120).startsWith("wide: units 2970 to 2999, "));
        assertTrue(grid.describe(199, 122).startsWith("block/gate: unit 0 "));
    }

    @Test
    void anEarlierStepShowsWhatWasKnownThen() throws IOException {
        Shown shown = new Projection().of(run(), wanted(Mode.MASKS, OptionalLong.of(125), "drop"));
        assertEquals(125, shown.step());
        assertEquals(120, shown.chosen().getFirst().masks().columns().getLast().step());
        assertEquals(48, shown.layers().getFirst().counted());
        Shown before = new Projection().of(run(), wanted(Mode.MASKS, OptionalLong.of(5)));
        assertTrue(before.hasNoMask() && !before.isEmpty());
    }

    @Test
    void aUnitThatIsAlwaysDroppedIsFlaggedWithTheChanceOfThat() throws IOException {
        try (RunWriter writer = RecordedRun.begin(runs, "stuck")) {
            DropoutRun run = new DropoutRun(List.of(new Drops("drop", 20, 0.5)));
            for (int step = 10; step <= 50; step += 10) {
                run.record(writer, step, 7);
            }
            Shown shown = shown(RunReader.read(writer.folder().path()), Mode.UNITS);
            LayerFacts drop = shown.layers().getFirst();
            assertEquals(List.of(7), drop.alwaysDropped());
            assertEquals(List.of(), drop.neverDropped());
            assertEquals(2 * 20 * Math.pow(0.5, 20), drop.chance(), 1e-6);
            assertTrue(drop.suspicious());
            UnitRow worst = shown.units().getFirst();
            assertTrue(worst.unit() == 7 && worst.stuck());
            assertEquals(-10 / Math.sqrt(5), worst.deviation(), 1e-9);
        }
    }

    @Test
    void unitsThatAreDroppedTogetherHaveAPhiOfOne() throws IOException {
        Shown shown = shown(run(), Mode.CO_DROP, "drop");
        CoDrop pairs = shown.coDrop().orElseThrow();
        assertEquals(20, pairs.columns());
        assertEquals(160, pairs.masks());
        assertEquals(1, pairs.phi(3, 3), 1e-12);
        assertEquals(pairs.dropped(3), pairs.together(3, 3));
        assertEquals(pairs.phi(3, 5), pairs.phi(5, 3), 1e-12);
        assertTrue(pairs.chance(pairs.strongest()) > 1e-3, () -> Captions.picture(shown));
        CoDrop many = shown(run(), Mode.CO_DROP, "wide").coDrop().orElseThrow();
        assertEquals(3000, many.allUnits());
        assertEquals(CoDrop.MOST_UNITS, many.columns());
        assertEquals("wide 0", many.names().getFirst());
        assertTrue(
                shown(run(), Mode.CO_DROP, "block/gate").coDrop().orElseThrow().strongest() == null);
    }

    @Test
    void theJournalSaysWhichMasksAreFrozen() throws IOException {
        try (RunWriter writer = RecordedRun.begin(runs, "frozen")) {
            new DropoutRun(LAYERS).record(writer, 10, -1);
            writer.journal(new JournalEntry(
                    java.time.Instant.now(),
                    "ide",
                    4,
                    "freeze_dropout",
                    java.util.Optional.empty(),
                    java.util.Optional.of("3")));
            assertEquals(
                    OptionalLong.of(3),
                    shown(RunReader.read(writer.folder().path()), Mode.MASKS).frozen());
            writer.journal(JournalEntry.now("ide", 6, "unfreeze_dropout"));
            RunSnapshot run = RunReader.read(writer.folder().path());
            assertEquals(OptionalLong.empty(), shown(run, Mode.MASKS).frozen());
            assertEquals(
                    OptionalLong.of(3),
                    new Projection()
                            .of(run, wanted(Mode.MASKS, OptionalLong.of(5)))
                            .frozen());
        }
    }

    @Test
    void aRunWithoutDropoutHasNoLayer() throws IOException {
        RunSnapshot run = RunReader.read(RecordedRun.write(runs, "plain", org.backprop.runlog.run.Outcome.COMPLETED));
        assertTrue(shown(run, Mode.MASKS).isEmpty());
    }

    @Test
    void theTableHasLayersAndWhatIsShownOfThem() throws IOException {
        RunSnapshot run = run();
        String masks = DropoutTable.of(shown(run, Mode.MASKS, "drop"));
        assertEquals(1 + 3 + 1 + 1 + 160 + 1, masks.lines().count());
        assertTrue(masks.lines().skip(6).findFirst().orElseThrow().matches("drop\t10\t1\t[01]{20}"), masks);
        String units = DropoutTable.of(shown(run, Mode.UNITS, "drop"));
        assertEquals(1 + 3 + 1 + 1 + 20, units.lines().count());
        String pairs = DropoutTable.of(shown(run, Mode.CO_DROP, "drop"));
        assertEquals(1 + 3 + 1 + 1 + 20, pairs.lines().count());
        assertTrue(pairs.contains("\t1.0000"));
    }

    @Test
    void bandsHoldTheMiddleOfTheDistribution() {
        assertEquals(new Binomial.Band(0.2, 0.8), Binomial.band(10, 0.5));
        Binomial.Band wide = Binomial.band(1_000_000, 0.5);
        assertEquals(0.00098, wide.high() - 0.5, 1e-6);
        assertEquals(Binomial.band(2001, 0.3).low(), Binomial.band(2000, 0.3).low(), 1e-3);
        assertTrue(Binomial.band(100, 1).contains(1));
        assertFalse(Binomial.band(100, 0.5).contains(0.7));
        assertEquals(0.0455003, Binomial.beyond(2), 1e-6);
        assertEquals(0.3173105, Binomial.beyond(-1), 1e-6);
        assertEquals(0.0026998, Binomial.beyond(3), 1e-6);
        assertEquals(5.733e-7, Binomial.beyond(5), 1e-9);
        assertEquals(0.75, Binomial.any(0.5, 2), 1e-12);
        assertTrue(IntStream.range(1, 50).allMatch(n -> Binomial.band(n, 0.4).contains(0.4)));
    }
}
