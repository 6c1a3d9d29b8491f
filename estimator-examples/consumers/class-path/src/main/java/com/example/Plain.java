package com.example;

import static dev.estimator.quantity.Quantities.*;

/** How many requests does the launch bring? The least that one can ask, to see how soon it is answered. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) {
        System.out.println(million(5).times(count(20)).per(DAY));
    }
}
