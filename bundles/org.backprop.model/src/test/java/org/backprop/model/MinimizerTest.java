package org.backprop.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Optimizers that ask for the loss as often as they need it. */
class MinimizerTest {

    private static String training(String settings) {
        return Texts.training("{loss: cross_entropy, " + settings + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "optimizer: lbfgs",
                "optimizer: {lbfgs: 20}",
                "optimizer: {lbfgs: {history: 5, line_search: {strong_wolfe: {curvature: 0.5}}}}",
                "optimizer: {steepest_descent: strong_wolfe}",
                "optimizer: {newton: {solver: conjugate_gradient, line_search: {backtracking: 0.3}}}",
                "optimizer: {multi_batch_lbfgs: {overlap: 0.1}}, schedule: cosine",
                "optimizer: {backprop_cauchy: {beta: 0.5}}, averaging: ema",
                "optimizer: {sophia: {estimator: gauss_newton_bartlett}}, clipping: {global_norm: 1}",
            })
    void theResolvedConfigurationReadsAsTheSameTraining(String settings) {
        Model model = Texts.model(training(settings + ", batch_size: full"));
        Model again = ModelReader.read("other.nn.yaml", ModelWriterTest.json(ModelWriter.resolved(model)))
                .model()
                .orElseThrow();
        assertEquals(model.training(), again.training());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimizer: lbfgs, batch_size: ‹32› | batch_size is 32, but lbfgs needs the exact loss: write batch_size: full, or use an optimizer for mini-batches such as multi_batch_lbfgs",
                "batch_size: full, optimizer: newton, schedule: ‹cosine› | schedule has nothing to change, because newton has no learning rate",
                "batch_size: full, optimizer: random_search, clipping: ‹{value: 1}› | clipping is not used by random_search",
                "batch_size: full, optimizer: dfp, accumulate: ‹2› | accumulate is not used by dfp",
                "batch_size: full, optimizer: bfgs, lookahead: ‹{}› | lookahead is not used by bfgs",
                "batch_size: full, optimizer: lbfgs, gradient_noise: ‹{}› | gradient_noise is not used by lbfgs",
                "batch_size: full, optimizer: lbfgs, order: ‹shuffle› | order is not used by lbfgs",
                "batch_size: full, optimizer: {lbfgs: {line_search: {strong_wolfe: {sufficient_decrease: 0.4, curvature: ‹0.3›}}}} | curvature must be greater than sufficient_decrease",
            })
    void whatAMinimizerCannotDoIsAProblem(String settings, String message) {
        Expect.problem(Code.INCONSISTENT, training(settings), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "optimizer: {simulated_annealing: {temperature: ‹0›}} | OUT_OF_RANGE | temperature must be greater than 0",
                "optimizer: {lbfgs: {line_search: ‹wolfe›}} | UNKNOWN_TYPE | unknown line search \"wolfe\": known are backtracking, strong_wolfe",
                "optimizer: {multi_batch_lbfgs: {overlap: ‹0.9›}} | OUT_OF_RANGE | overlap must be",
                "optimizer: {backprop_cauchy: {beta: ‹2›}} | OUT_OF_RANGE | beta must be at least 0 and at most 1",
            })
    void parametersOutOfRangeAreProblems(String settings, Code code, String message) {
        Expect.problem(code, training("batch_size: full, " + settings), message);
    }

    @Test
    void levenbergMarquardtMinimizesSumsOfSquaresOnly() {
        Expect.problem(
                Code.INCONSISTENT,
                Texts.training("{loss: ‹cross_entropy›, batch_size: full, optimizer: levenberg_marquardt}"),
                "loss must be mse, because levenberg_marquardt minimizes sums of squares");
    }

    @Test
    void labelsAreDrawnForLossesWithLabelsOnly() {
        Expect.problem(
                Code.INCONSISTENT,
                Texts.training("{loss: mse, optimizer: ‹{sophia: {estimator: gauss_newton_bartlett}}›}"),
                "optimizer draws labels to estimate the curvature");
    }

    @Test
    void matricesForTooManyParametersAreAProblemWhereTheInputIsKnown() {
        String layers = """
                network:
                  input: [784]
                  layers:
                    - dense: 10
                """;
        String text = """
                backprop: 1
                data: {csv: none.csv}
                %straining: {loss: mse, batch_size: full, optimizer: %s}
                """;
        Expect.problem(
                Code.INCONSISTENT,
                text.formatted(layers, "‹bfgs›"),
                "bfgs keeps a matrix with a row for each of at most 5,000 parameters, the network has 7,850");
        Texts.model(text.formatted(layers, "lbfgs"));
        Texts.model(text.formatted(layers, "newton"));
        Texts.model(text.formatted(layers.replace("  input: [784]\n", ""), "bfgs"));
    }
}
