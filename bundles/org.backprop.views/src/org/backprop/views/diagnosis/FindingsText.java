package org.backprop.views.diagnosis;

/** The findings of a run as text that a spreadsheet understands: columns divided by tabs, a row for each finding. */
final class FindingsText {
    private FindingsText() {}

    static String of(Shown shown) {
        StringBuilder text = new StringBuilder("fault\tseverity\tlayers\tfirst_step\tlast_step\tmessage\tremedy\n");
        for (Row row : shown.rows()) {
            text.append(row.finding().fault().key()).append('\t');
            text.append(row.finding().severity().key()).append('\t');
            text.append(row.layers()).append('\t');
            text.append(row.finding().firstStep()).append('\t');
            text.append(row.finding().lastStep()).append('\t');
            text.append(row.finding().message()).append('\t');
            text.append(row.finding().remedy()).append('\n');
        }
        return text.append(shown.checked()).append('\n').toString();
    }
}
