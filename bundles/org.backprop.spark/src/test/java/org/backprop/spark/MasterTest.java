package org.backprop.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

class MasterTest {
    @Test
    void theAddressSaysHowManyExecutorsThereAreWhereSparkStartsThem() {
        assertEquals(OptionalInt.of(1), new Master("local").executors());
        assertEquals(OptionalInt.of(3), new Master("local[3]").executors());
        assertEquals(OptionalInt.of(3), new Master("local[3, 2]").executors());
        assertEquals(OptionalInt.of(Runtime.getRuntime().availableProcessors()), new Master("local[*]").executors());
        assertEquals(OptionalInt.of(2), new Master("local-cluster[2,4,1024]").executors());
        assertEquals(OptionalInt.of(4), new Master("local-cluster[2, 4, 1024]").cores());
        assertEquals(OptionalInt.empty(), new Master("spark://host:7077").executors());
        assertEquals(OptionalInt.empty(), new Master("local-cluster[2,x,1024]").executors());
        assertTrue(new Master("local-cluster[2,4,1024]").isProcesses());
    }
}
