package org.backprop.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.backprop.model.Family;
import org.junit.jupiter.api.Test;

class SelectTest {
    private static final List<String> OPTIMIZER = List.of("training", "optimizer");
    private static final List<String> REGULARIZER = List.of("training", "regularizer");

    private interface Edit {
        List<TextChange> on(ModelEdit edit) throws EditRefusedException;
    }

    private static String edited(String text, Edit edit) throws EditRefusedException {
        return TextChange.apply(text, edit.on(ModelEdit.of(text)));
    }

    private static String optimizer(String text, String type) throws EditRefusedException {
        return edited(text, edit -> edit.select(OPTIMIZER, Family.OPTIMIZER, type));
    }

    @Test
    void aTypeIsExchangedForAnotherAndItsCommentStays() throws Exception {
        assertEquals("training:\n  optimizer: adam # o\n", optimizer("training:\n  optimizer: sgd # o\n", "adam"));
        assertEquals("training: {optimizer: adam}", optimizer("training: {optimizer: sgd}", "adam"));
    }

    @Test
    void parametersThatBothTypesHaveStayAndOthersGo() throws Exception {
        assertEquals(
                "training: {optimizer: {adam: {learning_rate: 0.1}}}",
                optimizer("training: {optimizer: {sgd: {momentum: 0.9, learning_rate: 0.1, nesterov: true}}}", "adam"));
        assertEquals(
                "training:\n  optimizer:\n    adam:\n      # fast\n      learning_rate: 0.1 # r\n  epochs: 1\n",
                optimizer(
                        "training:\n  optimizer:\n    sgd:\n      momentum: 0.9\n      # fast\n      learning_rate: 0.1 # r\n"
                                + "      nesterov: true\n  epochs: 1\n",
                        "adam"));
        assertEquals(
                "training: {optimizer: lbfgs}", optimizer("training: {optimizer: {sgd: {momentum: 0.9}}}", "lbfgs"));
    }

    @Test
    void aShortFormStaysWhereItMeansTheSame() throws Exception {
        String text = "training: {schedule: {cosine: 10}}";
        List<String> schedule = List.of("training", "schedule");
        assertEquals(
                "training: {schedule: step}", edited(text, edit -> edit.select(schedule, Family.SCHEDULE, "step")));
        assertEquals(
                "data: {images: faces}",
                edited("data: {idx: faces}", edit -> edit.select(List.of("data"), Family.DATA, "images")));
    }

    @Test
    void aMissingKeyIsAdded() throws Exception {
        assertEquals("training:\n  epochs: 1\n  optimizer: adam\n", optimizer("training:\n  epochs: 1\n", "adam"));
        assertEquals("training: {optimizer: adam}\n", optimizer("", "adam"));
        assertEquals("data: {digits: {}}\n", edited("", edit -> edit.select(List.of("data"), Family.DATA, "digits")));
    }

    @Test
    void aDataSourceIsExchangedBesideTheOtherKeysOfItsSection() throws Exception {
        String text = "data:\n  # which\n  digits: {samples: 100, seed: 3}\n  split: {train: 80}\n";
        assertEquals(
                "data:\n  # which\n  csv: {}\n  split: {train: 80}\n",
                edited(text, edit -> edit.select(List.of("data"), Family.DATA, "csv")));
        assertEquals(
                text.replace("digits", "shapes"),
                edited(text, edit -> edit.select(List.of("data"), Family.DATA, "shapes")));
        assertEquals(
                "data: {digits: {}, split: {train: 80}}",
                edited("data: {split: {train: 80}}", edit -> edit.select(List.of("data"), Family.DATA, "digits")));
    }

    @Test
    void entriesAreAddedToListsInTheirStyle() throws Exception {
        assertEquals(
                "training:\n  regularizer: [l2: 0.1]\n",
                edited("training:\n  regularizer:\n", edit -> edit.add(REGULARIZER, "l2: 0.1")));
        assertEquals(
                "training: {regularizer: [l1, l2]}",
                edited("training: {regularizer: [l1]}", edit -> edit.add(REGULARIZER, "l2")));
        assertEquals(
                "training: {regularizer: [{l1: 0.1}, l2]} # r",
                edited("training: {regularizer: {l1: 0.1}} # r", edit -> edit.add(REGULARIZER, "l2")));
        assertEquals(
                "training:\n  regularizer:\n    - l1: 0.1 # one\n    - l2\n  epochs: 1\n",
                edited(
                        "training:\n  regularizer:\n    l1: 0.1 # one\n  epochs: 1\n",
                        edit -> edit.add(REGULARIZER, "l2")));
        assertEquals(
                "training:\n  regularizer:\n    - l1 # one\n    - l2\n",
                edited("training:\n  regularizer:\n    - l1 # one\n", edit -> edit.add(REGULARIZER, "l2")));
    }

    @Test
    void entriesAreMoved() throws Exception {
        String text = "data: {augmentation: [flip, crop: 4, noise]}";
        List<String> path = List.of("data", "augmentation");
        assertEquals("data: {augmentation: [{crop: 4}, flip, noise]}", edited(text, edit -> edit.moveItem(path, 1, 0)));
        assertEquals("data: {augmentation: [crop: 4, noise, flip]}", edited(text, edit -> edit.moveItem(path, 0, 3)));
        assertThrows(EditRefusedException.class, () -> edited(text, edit -> edit.moveItem(path, 3, 0)));
    }

    @Test
    void aResetOfAShortFormLeavesTheType() throws Exception {
        assertEquals(
                "training: {regularizer: [l2: {}]}",
                edited(
                        "training: {regularizer: [l2: 0.1]}",
                        edit -> edit.remove(List.of("training", "regularizer", "0", "l2", "l2"))));
    }

    @Test
    void sharedValuesAreNotChanged() {
        String text = "a: &o {sgd: {momentum: 0.9}}\ntraining: {optimizer: *o}\n";
        assertThrows(EditRefusedException.class, () -> optimizer(text, "adam"));
    }
}
