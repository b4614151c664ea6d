package org.backprop.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.backprop.views.export.Csv;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void cellsWithCommasAndQuotesAreQuotedAndEmptyOnesKept() {
        assertEquals(
                "step,\"a, b\",c\r\n1,,2\r\n\"say \"\"x\"\"\",,\r\n",
                Csv.ofTabs("step\ta, b\tc\n1\t\t2\nsay \"x\"\t\t\n"));
    }
}
