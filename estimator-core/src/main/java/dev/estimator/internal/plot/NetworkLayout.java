package dev.estimator.internal.plot;

import static java.util.Objects.requireNonNull;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** The places of boxes, arrows and the texts beside arrows: in layers, with room for each. */
final class NetworkLayout {
    private static final int MOST_IN_A_LAYER = 5;
    private static final double MARGIN = 6;
    private static final double HEAD_ROOM = 14;
    private static final double BESIDE = 26;
    private static final double BELOW = 22;

    private final ElkNode graph = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> nodes = new HashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    NetworkLayout() {
        LayoutMetaDataService.getInstance(); // registers the options of the layout
        graph.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        graph.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.COFFMAN_GRAHAM); // not too wide for a page
        graph.setProperty(LayeredOptions.LAYERING_COFFMAN_GRAHAM_LAYER_BOUND, MOST_IN_A_LAYER);
        graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.NETWORK_SIMPLEX);
        graph.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, HEAD_ROOM);
        graph.setProperty(LayeredOptions.PADDING, new ElkPadding(MARGIN));
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, BESIDE);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BELOW);
    }

    void box(String name, double width, double height) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        node.setDimensions(width, height);
        nodes.put(name, node);
    }

    void arrow(String from, String to, double width, double height) {
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(node(from), node(to));
        ElkLabel label = ElkGraphUtil.createLabel("label", edge);
        label.setDimensions(width, height);
        edges.add(edge);
    }

    private ElkNode node(String name) {
        return requireNonNull(nodes.get(name), name);
    }

    void findPlaces() {
        new LayeredLayoutProvider().layout(graph, new BasicProgressMonitor());
    }

    double width() {
        return graph.getWidth();
    }

    double height() {
        return graph.getHeight();
    }

    Rectangle2D box(String name) {
        ElkNode node = node(name);
        return new Rectangle2D.Double(node.getX(), node.getY(), node.getWidth(), node.getHeight());
    }

    /** The corners of an arrow, from where it begins to where it ends. */
    List<Point2D> corners(int arrow) {
        ElkEdgeSection section = edges.get(arrow).getSections().get(0);
        List<Point2D> corners = new ArrayList<>();
        corners.add(new Point2D.Double(section.getStartX(), section.getStartY()));
        section.getBendPoints().forEach(bend -> corners.add(new Point2D.Double(bend.getX(), bend.getY())));
        corners.add(new Point2D.Double(section.getEndX(), section.getEndY()));
        return corners;
    }

    /** The upper left corner of the text beside an arrow. */
    Point2D label(int arrow) {
        ElkLabel label = edges.get(arrow).getLabels().get(0);
        return new Point2D.Double(label.getX(), label.getY());
    }
}
