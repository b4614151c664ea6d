package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{loss: cross_entropy, ‹epoch›: 3} | UNKNOWN_KEY | unknown key \"epoch\" in training: did you mean epochs?",
                "{loss: cross_entropy, ‹zzz›: 3} | UNKNOWN_KEY | known are loss, optimizer, batch_size",
                "{loss: ‹crossentropy›} | UNKNOWN_TYPE | unknown loss \"crossentropy\": did you mean cross_entropy?",
                "{loss: ‹triplet›} | UNKNOWN_TYPE | known are nll, cross_entropy, mse",
                "{loss: cross_entropy, optimizer: {‹Adam›: {}}} | UNKNOWN_TYPE | unknown optimizer \"Adam\": did you mean adam?",
                "{loss: cross_entropy, optimizer: {adam: {‹lerning_rate›: 1}}} | UNKNOWN_KEY | in adam: did you mean learning_rate?",
                "{loss: cross_entropy, optimizer: {adam: {learning_rate: ‹-1›}}} | OUT_OF_RANGE | learning_rate must be greater than 0, is -1",
                "{loss: cross_entropy, optimizer: {adam: {beta1: ‹1.0›}}} | OUT_OF_RANGE | beta1 must be at least 0 and less than 1, is 1.0",
                "{loss: cross_entropy, optimizer: {adam: {learning_rate: ‹.nan›}}} | OUT_OF_RANGE | learning_rate must be a finite number, is .nan",
                "{loss: cross_entropy, optimizer: {adam: {learning_rate: ‹.inf›}}} | OUT_OF_RANGE | finite",
                "{loss: cross_entropy, optimizer: {adam: {learning_rate: ‹1e999›}}} | OUT_OF_RANGE | finite",
                "{loss: cross_entropy, optimizer: {adam: {learning_rate: ‹1e-999›}}} | OUT_OF_RANGE | greater than 0",
                "{loss: cross_entropy, optimizer: {adam: ‹[1]›}} | WRONG_TYPE | adam must be a mapping of its parameters (learning_rate",
                "{loss: cross_entropy, optimizer: {adam: {}, ‹sgd›: {}}} | INCONSISTENT | already the optimizer adam",
                "{loss: cross_entropy, optimizer: {adam: {}, ‹learning_rate›: 1}} | UNKNOWN_KEY | parameters stand inside",
                "{loss: cross_entropy, optimizer: ‹[adam]›} | WRONG_TYPE | an optimizer must be a name or a mapping, is a list",
                "{loss: cross_entropy, optimizer: ‹{}›} | MISSING | an optimizer is missing: give one of gradient_descent, sgd, nesterov",
                "{loss: cross_entropy, optimizer: {sgd: {nesterov: ‹true›}}} | INCONSISTENT | needs a momentum greater than 0",
                "{loss: {mae: ‹3›}} | WRONG_TYPE | mae has no parameters",
                "{loss: {mae: {‹delta›: 3}}} | UNKNOWN_KEY | it takes none",
                "{loss: cross_entropy, epochs: ‹0›} | OUT_OF_RANGE | epochs must be at least 1 and at most 1000000, is 0",
                "{loss: cross_entropy, epochs: ‹1.5›} | WRONG_TYPE | epochs must be a whole number, is \"1.5\"",
                "{loss: cross_entropy, epochs: ‹ten›} | WRONG_TYPE | epochs must be a whole number, is \"ten\"",
                "{loss: cross_entropy, epochs: ‹\"10\"›} | WRONG_TYPE | remove the quotes",
                "{loss: cross_entropy, epochs: ‹[1]›} | WRONG_TYPE | epochs must be a whole number, is a list",
                "{loss: cross_entropy, epochs: ‹{a: 1}›} | WRONG_TYPE | epochs must be a whole number, is a mapping",
                "{loss: cross_entropy, ‹epochs›: } | MISSING | epochs has no value",
                "{loss: cross_entropy, epochs: ‹~›} | MISSING | epochs has no value",
                "{loss: cross_entropy, batch_size: ‹half›} | WRONG_TYPE | batch_size must be a whole number or full",
                "{loss: cross_entropy, batch_size: ‹0›} | OUT_OF_RANGE | batch_size must be at least 1",
                "{loss: cross_entropy, shuffle: ‹yes›} | WRONG_TYPE | shuffle must be true or false, is \"yes\": write true",
                "{loss: cross_entropy, shuffle: ‹'false'›} | WRONG_TYPE | write false",
                "{loss: cross_entropy, order: sequential, shuffle: ‹false›} | INCONSISTENT | shuffle contradicts order, which says all: remove it",
                "{loss: cross_entropy, order: ‹random›} | UNKNOWN_TYPE | known are shuffle, sequential, weighted, curriculum",
                "{loss: cross_entropy, order: ‹{weighted: score}›} | INCONSISTENT | the data has none: name a column as data.csv.score",
                "{loss: cross_entropy, order: ‹{weighted: {class_weights: [1, 2]}}›} | INCONSISTENT | class_weights has 2 numbers, but there are 10 classes",
                "{loss: cross_entropy, order: {weighted: {class_weights: ‹[0, 0]›}}} | INCONSISTENT | must not be all 0",
                "{loss: cross_entropy, order: {weighted: {by: score, class_weights: ‹[1]›}}} | INCONSISTENT | is for by: class_balance only",
                "{loss: cross_entropy, order: ‹{curriculum: score}›} | INCONSISTENT | the data has none",
                "{loss: cross_entropy, order: {‹curriculum›: {by: run}}} | INCONSISTENT | run is missing: give the folder of the run",
                "{loss: cross_entropy, order: {curriculum: {run: ‹runs/first›}}} | INCONSISTENT | run is for by: run only",
                "{loss: cross_entropy, order: {curriculum: {start: ‹0›}}} | OUT_OF_RANGE | start must be greater than 0",
                "{loss: {bce: {pos_weight: ‹[2]›}}} | INCONSISTENT | pos_weight is for logits: set from_logits: true",
                "{loss: ‹{bce: {from_logits: true, pos_weight: [2, 3]}}›} | INCONSISTENT | pos_weight has 2 numbers, but the last layer has 10 units",
                "{loss: cross_entropy, seed: ‹99999999999999999999›} | OUT_OF_RANGE | seed must fit in 64 bits",
                "{loss: cross_entropy, epochs: 3, ‹epochs›: 4} | DUPLICATE_KEY | \"epochs\" is already set on line 5",
                "{loss: cross_entropy, ‹[a]›: 4} | YAML_UNSUPPORTED | a key must be a plain word",
                "{loss: cross_entropy, epochs: ‹!!int 3›} | YAML_UNSUPPORTED | remove \"!!int\"",
                "‹[]› | WRONG_TYPE | training must be a mapping",
                "{loss: ‹nll›} | LOSS_MISMATCH | nll expects log-probabilities, but the network ends with linear",
            })
    void pointsToTheCauseInTheTrainingSection(String training, Code code, String message) {
        Expect.problem(code, Texts.training(training), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "‹digitz› | UNKNOWN_TYPE | unknown data source \"digitz\": did you mean digits?",
                "{digits: {samples: ‹0›}} | OUT_OF_RANGE | samples must be at least 1",
                "{‹split›: {train: 0.5}} | MISSING | a data source is missing: give one of csv, idx, cifar10, images",
                "{digits: {}, split: {train: ‹0.9›, validation: 0.2}} | INCONSISTENT | must sum to at most 1, the sum is 1.1",
                "{digits: {}, split: {train: 100, validation: ‹0.5›}} | INCONSISTENT | must be a whole number of samples",
                "{digits: 50, ‹split›: {train: 40, validation: 20}} | INCONSISTENT | takes 60 samples, but the data has 50",
                "{digits: 1, ‹split›: {train: 0.5}} | INCONSISTENT | leaves no training sample",
                "{digits: 50, split: {train: ‹0›}} | OUT_OF_RANGE | train must be greater than 0",
                "{digits: 50, normalize: ‹one_hot›} | INCONSISTENT | one_hot is for columns of texts in csv data",
                "{digits: 50, normalize: ‹[standardize, min_max]›} | INCONSISTENT | takes one of none, standardize and min_max",
                "{digits: 50, normalize: [‹one_hott›]} | UNKNOWN_TYPE | did you mean one_hot?",
                "{csv: {path: a.csv, target: [1, ‹[2]›]}} | WRONG_TYPE | target must be text",
                "{csv: {path: a.csv, target: ‹[]›}} | WRONG_TYPE | is an empty list",
                "{digits: 50, streaming: ‹true›} | INCONSISTENT | streaming is for data in files",
                "{digits: 50, streaming: ‹maybe›} | WRONG_TYPE | streaming must be true or false",
                "{csv: {path: a.csv}, streaming: ‹true›, reconstruct: true} | INCONSISTENT | kept in memory: remove streaming",
                "{digits: 50, reconstruct: ‹inputs›} | WRONG_TYPE | reconstruct must be true or false",
                "{digits: 50, normalize: ‹[]›} | WRONG_TYPE | normalize must be",
                "{digits: 50, split: ‹0.5›} | WRONG_TYPE | split must be a mapping",
                "{digits: 50, ‹split›: } | MISSING | split has no value",
                "{‹csv›: {header: true}} | MISSING | csv needs the key path",
                "{csv: ‹' '›} | WRONG_TYPE | path must be text, is blank",
                "{digits: 50, normalize: ‹standard›} | UNKNOWN_TYPE | unknown normalize \"standard\": did you mean standardize?",
                "{moons: {noise: ‹-1›}} | OUT_OF_RANGE | noise must be at least 0",
                "{images: {path: a, color: ‹gray›}} | UNKNOWN_TYPE | did you mean grey?",
                "{digits: 50, augmentation: [flip, ‹rotat›]} | UNKNOWN_TYPE | unknown augmentation \"rotat\": did you mean rotate?",
                "{digits: 50, augmentation: [rotate: ‹200›]} | OUT_OF_RANGE | degrees must be at least 0 and at most 180",
                "{digits: 50, augmentation: [zoom: {low: ‹2›}]} | INCONSISTENT | zoom: low must not be greater than high",
                "{digits: {}, ‹csv›: a.csv} | INCONSISTENT | already the data source digits",
            })
    void pointsToTheCauseInTheDataSection(String data, Code code, String message) {
        Expect.problem(code, Texts.SHORT.replace("data: digits", "data: " + data), message);
    }

    @Test
    void imagesOnlyAugmentationsNeedImages() {
        Expect.problem(
                Code.INCONSISTENT,
                Texts.SHORT
                        .replace("data: digits", "data: {moons: {}, augmentation: ‹[noise, flip]›}")
                        .replace("{dense: 10}", "{dense: 2}"),
                "flip changes images, but a sample of the data has shape [2]: remove it, or use noise or mixup");
    }

    @Test
    void reportsMissingSectionsAtTheStart() {
        List<Problem> problems = Expect.problems("‹›‹›‹›backprop: 1\n");
        assertTrue(problems.stream().allMatch(p -> p.code().equals("MISSING")));
    }

    @Test
    void warnsOfAMissingFormatVersion() {
        Analysis analysis = Texts.read(Texts.SHORT.replace("backprop: 1\n", ""));
        assertEquals(
                List.of("VERSION"),
                analysis.problems().stream().map(Problem::code).toList());
        assertTrue(analysis.model().isPresent());
    }

    @Test
    void refusesAnotherFormatVersion() {
        Expect.problem(
                Code.VERSION,
                Texts.SHORT.replace("backprop: 1", "backprop: ‹2›"),
                "newer format version than 1",
                "update");
        Expect.problem(Code.VERSION, Texts.SHORT.replace("backprop: 1", "backprop: ‹0›"), "must be 1, is \"0\"");
        Expect.problem(Code.VERSION, Texts.SHORT.replace("backprop: 1", "backprop: ‹[1]›"), "is a list");
    }

    @Test
    void refusesNamesThatCannotNameAFolder() {
        Expect.problem(Code.BAD_NAME, Texts.SHORT + "name: ‹../x›\n", "letters, digits");
    }

    @Test
    void reportsAllProblemsAtOnceInTheOrderOfTheText() {
        List<Problem> problems = Expect.problems("""
                backprop: 1
                ‹nam›: x
                data:
                  digits: {samples: ‹-5›}
                  split: {train: ‹2.5›}
                network:
                  ‹weight›: a
                  layers:
                    - flatten
                    - ‹dens›: 4
                    - dense: {units: ‹x›, activation: ‹rely›}
                    - dropout: ‹1›
                    - dense: {units: 3, inputs: [‹nobody›]}
                training:
                  loss: ‹nl›
                  optimizer: {adam: {beta1: ‹2›, beta2: ‹q›}}
                  epochs: ‹-1›
                """);
        assertEquals(13, problems.size());
    }

    @Test
    void keepsShapesAndOutlineIfAnotherSectionHasErrors() {
        Analysis analysis =
                Texts.read(Texts.DIGITS.replace("epochs: 3", "epochs: many").replace("loss: nll", "loss: x"));
        assertTrue(analysis.hasErrors());
        assertEquals(Optional.empty(), analysis.model());
        assertEquals(7, analysis.network().orElseThrow().layers().size());
        assertEquals(5, analysis.outline().children().size());
    }

    @Test
    void formatsAsFileLineColumnCodeMessage() {
        Problem problem = new Problem("a.nn.yaml", new Position(3, 5, 30, 2), Severity.ERROR, "MISSING", "text");
        assertEquals("a.nn.yaml:3:5: MISSING text", problem.format());
    }
}
