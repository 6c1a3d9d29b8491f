package dev.estimator.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Numbers of many digits come from mpmath 1.3.0 at 40 digits: the integral on a line through its saddle, 600 places.
 */
class MellinTest {
    @ParameterizedTest
    @CsvSource({
        "-1.3, 0.2, 5, 0, -0.74149940919992985, 0",
        "0.4, 0.7, 0.3, 6.5, -1.0184168690272301, 0.026218337862039753",
        "-9, 1.1, 8, 2, -0.0018028473774482633, -0.0004492752783993801",
        "-4, 2.5, -10, 25, -0.4644134530810378, -0.3031535632881271",
        "2, 1.6, 1.5, 0.25, -0.93700339902654361, -0.01112446996974489",
        "-11.2, 4.8, -10, 25, -0.055208601154757002, -0.050799172182477808",
        "1.7, 3.1, 6, 0, -0.88882603450924393, 0",
        "-6, 7.4, 3, 0, -0.28213557196661656, 0",
        "-18, 6.1, 2, -0.5, -0.0038050762444348198, 0.00044122064848792802"
    })
    void find(double mu, double sigma, double real, double imaginary, double lessReal, double lessImaginary) {
        double[] found = found(mu, sigma, real, imaginary);
        assertEquals(lessReal, found[0], 1e-14);
        assertEquals(lessImaginary, found[1], 1e-14);
    }

    @ParameterizedTest
    @CsvSource({
        "-30, 0.9, 7, 11, -9.8209352582554183e-13, -1.5432898262913698e-12, 1e-25",
        "-30, 2.9, 7, 11, -4.3900750240707589e-11, -6.8986869649686868e-11, 1e-21"
    })
    void find_ofAShortTime(
            double mu, double sigma, double real, double imaginary, double lessReal, double lessImag, double error) {
        double[] found = found(mu, sigma, real, imaginary);
        assertEquals(lessReal, found[0], error);
        assertEquals(lessImag, found[1], error);
    }

    private static double[] found(double mu, double sigma, double real, double imaginary) {
        double[] x = new double[1];
        double[] y = new double[1];
        new Mellin(new double[] {real}, new double[] {imaginary}).find(new Mellin.Series(mu, sigma), x, y);
        return new double[] {x[0], y[0]};
    }
}
