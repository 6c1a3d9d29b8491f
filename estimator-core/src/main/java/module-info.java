/**
 * Back-of-the-envelope capacity estimates: quantities with units that know where they came from, and the models that
 * combine them.
 */
@org.jspecify.annotations.NullMarked
module dev.estimator.core {
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;
    requires com.google.common;
    requires commons.math3;
    requires org.apache.commons.statistics.distribution;
    requires static com.google.gson;
    requires static com.samskivert.jmustache;
    requires static java.desktop;
    requires static org.apache.xmlgraphics.batik.svggen;
    requires static org.eclipse.elk.alg.layered;
    requires static org.eclipse.elk.core;
    requires static org.eclipse.elk.graph;
    requires static org.eclipse.emf.common;
    requires static org.eclipse.emf.ecore;
    requires static org.jfree.jfreechart;
    // not transitive, or those who do not use them would have to have them
    requires static HdrHistogram;
    requires static org.junit.jupiter.api;

    exports dev.estimator.analysis;
    exports dev.estimator.caching;
    exports dev.estimator.check;
    exports dev.estimator.flow;
    exports dev.estimator.junit;
    exports dev.estimator.latency;
    exports dev.estimator.model;
    exports dev.estimator.network;
    exports dev.estimator.quantity;
    exports dev.estimator.queueing;
    exports dev.estimator.reference;
    exports dev.estimator.reliability;
    exports dev.estimator.report;
    exports dev.estimator.scaling;
    exports dev.estimator.sharding;
    exports dev.estimator.slo;
    exports dev.estimator.system;

    opens dev.estimator.report to
            com.google.gson,
            com.samskivert.jmustache;
}
