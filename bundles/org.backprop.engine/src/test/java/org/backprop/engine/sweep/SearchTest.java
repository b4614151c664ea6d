package org.backprop.engine.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;

import org.backprop.model.GridSearch;
import org.backprop.model.LogUniformRange;
import org.backprop.model.RandomTrials;
import org.backprop.model.SearchSpec;
import org.backprop.model.SuccessiveHalving;
import org.backprop.model.SweepSection;
import org.backprop.model.TpeSearch;
import org.backprop.model.Variation;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final String RATE = "training.optimizer.learning_rate";
    private static final String BATCH = "training.batch_size";
    private static final int EPOCHS = 20;

    private static SweepSection section(SearchSpec search) {
        SequencedMap<String, Variation> vary = new LinkedHashMap<>();
        boolean grid = search.limit().isEmpty();
        vary.put(
                RATE,
                grid
                        ? new Variation(List.of("0.1", "0.01"), Optional.empty())
                        : new Variation(List.of(), Optional.of(new LogUniformRange(List.of(1e-4, 1.0)))));
        vary.put(BATCH, new Variation(List.of("16", "32", "64"), Optional.empty()));
        return new SweepSection(search, List.of(), vary, "loss/validation", Optional.empty(), 1);
    }

    /** Least at a rate of 0.01 and a batch of 32. */
    private static double loss(Map<String, String> setting) {
        double distance = Math.log10(Double.parseDouble(setting.get(RATE))) + 2;
        return distance * distance + (setting.get(BATCH).equals("32") ? 0 : 0.5);
    }

    private static List<List<Candidate>> rounds(SearchSpec spec, ToDoubleFunction<Map<String, String>> loss) {
        Search search = Search.of(section(spec), EPOCHS);
        List<List<Candidate>> rounds = new ArrayList<>();
        for (List<Candidate> round = search.next(loss); !round.isEmpty(); round = search.next(loss)) {
            rounds.add(round);
        }
        return rounds;
    }

    private static List<Candidate> all(SearchSpec spec) {
        return rounds(spec, SearchTest::loss).stream().flatMap(List::stream).toList();
    }

    @Test
    void aGridIsOneRoundOfAllCombinations() {
        List<List<Candidate>> rounds = rounds(new GridSearch(), SearchTest::loss);
        assertEquals(1, rounds.size());
        assertEquals(6, new HashSet<>(rounds.getFirst()).size());
        assertEquals(
                new Candidate(Map.of(RATE, "0.1", BATCH, "16"), EPOCHS),
                rounds.getFirst().getFirst());
    }

    @Test
    void aSeedFixesTheChoiceOfEverySearchThatDraws() {
        for (SearchSpec spec : List.of(
                new RandomTrials(12, 3), new TpeSearch(25, 10, 0.25, 24, 3), new SuccessiveHalving(9, 3, 1, 3))) {
            assertEquals(all(spec), all(spec));
        }
        assertNotEquals(all(new RandomTrials(12, 3)), all(new RandomTrials(12, 4)));
    }

    @Test
    void aRandomSearchTriesDifferentSettingsOfTheWholeRange() {
        List<Candidate> tried = all(new RandomTrials(100, 1));
        assertEquals(100, new HashSet<>(tried).size());
        double[] rates = tried.stream()
                .mapToDouble(
                        candidate -> Double.parseDouble(candidate.settings().get(RATE)))
                .sorted()
                .toArray();
        assertTrue(rates[0] >= 1e-4 && rates[0] < 3e-4, "least " + rates[0]);
        assertTrue(rates[99] <= 1 && rates[99] > 0.5, "greatest " + rates[99]);
        assertTrue(rates[50] > 3e-3 && rates[50] < 3e-2, "half of them below " + rates[50]);
    }

    @Test
    void successiveHalvingLetsTheBestThirdGoOnUntilTheLastEpoch() {
        List<List<Candidate>> rounds = rounds(new SuccessiveHalving(9, 3, 4, 1), SearchTest::loss);
        assertEquals(List.of(9, 3, 1), rounds.stream().map(List::size).toList());
        assertEquals(
                List.of(4, 12, EPOCHS),
                rounds.stream().map(round -> round.getFirst().epochs()).toList());
        double best = rounds.getFirst().stream()
                .mapToDouble(candidate -> loss(candidate.settings()))
                .min()
                .orElseThrow();
        assertEquals(best, loss(rounds.getLast().getFirst().settings()));
    }

    @Test
    void successiveHalvingDropsWhatFailedAndEndsWhenEverythingDid() {
        assertEquals(
                1,
                rounds(new SuccessiveHalving(9, 3, 4, 1), setting -> Double.POSITIVE_INFINITY)
                        .size());
    }

    @Test
    void theParzenEstimatorSpendsItsTrialsNearTheBest() {
        List<Candidate> tried = all(new TpeSearch(60, 10, 0.25, 24, 1));
        assertEquals(60, new HashSet<>(tried).size());
        double random = mean(tried.subList(0, 10));
        double late = mean(tried.subList(40, 60));
        assertTrue(late < random / 3, "mean loss " + late + " after " + random);
        double best = tried.stream()
                .mapToDouble(candidate -> loss(candidate.settings()))
                .min()
                .orElseThrow();
        assertTrue(best < 0.01, "best " + best);
    }

    private static double mean(List<Candidate> candidates) {
        return candidates.stream()
                .mapToDouble(candidate -> loss(candidate.settings()))
                .average()
                .orElseThrow();
    }

    @Test
    void aSearchEndsWhenThereAreNoFurtherSettings() {
        SequencedMap<String, Variation> vary = new LinkedHashMap<>();
        vary.put(BATCH, new Variation(List.of("16", "32"), Optional.empty()));
        SweepSection two = new SweepSection(
                new TpeSearch(9, 1, 0.25, 24, 1), List.of(), vary, "loss/validation", Optional.empty(), 1);
        Search search = Search.of(two, EPOCHS);
        assertEquals(1, search.next(setting -> 1).size());
        assertEquals(1, search.next(setting -> 1).size());
        assertEquals(List.of(), search.next(setting -> 1));
    }
}
