package dev.estimator.system;

import dev.estimator.internal.graph.Inside;
import dev.estimator.internal.graph.Node;

/**
 * A number of a step, by the name that it gets unless its user named it.
 *
 * @param name such as 'visits to store'
 * @param whose the component in that name
 * @param number as it was given
 */
record Called(String name, String whose, Node number) {
    static Called of(String name, String whose, Object number) {
        return new Called(name, whose, Inside.node(number));
    }
}
