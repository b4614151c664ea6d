package org.backprop.engine.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class ArenaPlannerTest {

    @Test
    void tensorsThatNeverLiveTogetherShareMemory() {
        ArenaPlanner planner = new ArenaPlanner();
        var first = planner.request(160, 0, 1);
        var second = planner.request(160, 2, 3);
        planner.place();
        assertEquals(first.offset(), second.offset());
        assertEquals(160, planner.size());
    }

    @Test
    void tensorsThatLiveTogetherNeverOverlap() {
        Random random = new Random(1);
        ArenaPlanner planner = new ArenaPlanner();
        List<ArenaPlanner.Block> blocks = new ArrayList<>();
        List<int[]> lives = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int first = random.nextInt(20);
            int[] life = {first, first + random.nextInt(6), 1 + random.nextInt(500)};
            lives.add(life);
            blocks.add(planner.request(life[2], life[0], life[1]));
        }
        planner.place();
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = 0; j < i; j++) {
                int[] a = lives.get(i);
                int[] b = lives.get(j);
                boolean together = a[0] <= b[1] && b[0] <= a[1];
                long from = blocks.get(i).offset();
                long other = blocks.get(j).offset();
                boolean apart = from + a[2] <= other || other + b[2] <= from;
                assertTrue(!together || apart, i + " and " + j + " overlap");
            }
            assertTrue(blocks.get(i).offset() + lives.get(i)[2] <= planner.size());
        }
    }
}
