package dev.estimator.system;

/** How numbers of steps get the names that tell whose they are. */
interface Naming {
    /** The number under the name that its user gave it, or else its own. */
    <Q> Q named(String name, String whose, Q number);
}
