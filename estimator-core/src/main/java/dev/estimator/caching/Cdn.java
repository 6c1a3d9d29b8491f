package dev.estimator.caching;

import static java.util.Objects.requireNonNull;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import java.util.Optional;

/**
 * A content delivery network before an origin: what it takes off it, by requests and by bytes.
 *
 * <p>The two differ: large files are asked for more often, or expire less, than pages. Who pays for the origin's
 * network asks for bytes, who dimensions its servers asks for requests.
 *
 * @param requestRate the rate of requests of all users
 * @param meanSize the mean size of a response, over all requests
 * @param offload the share of requests that the network answers without the origin, its hit ratio
 * @param byteOffload the share of bytes that the network delivers without the origin, its byte hit ratio; that of
 *     requests if there is none
 */
public record Cdn(Qps requestRate, Bytes meanSize, Share offload, Optional<Share> byteOffload) {
    private static final Share ALL = Share.of(1);

    /**
     * Checks the inputs.
     *
     * @param requestRate the rate of requests of all users
     * @param meanSize the mean size of a response, over all requests
     * @param offload the share of requests that the network answers without the origin, its hit ratio
     * @param byteOffload the share of bytes that the network delivers without the origin, its byte hit ratio; that of
     *     requests if there is none
     */
    public Cdn {
        requestRate = Refusal.named(requestRate, "requestRate", "request rate");
        meanSize = Refusal.named(meanSize, "meanSize", "mean size");
        Share requests = Refusal.named(offload, "offload");
        Optional<Share> bytes = requireNonNull(byteOffload, "byteOffload")
                .map(share -> Refusal.named(share, "byteOffload", "offload of bytes"));
        boolean isAll = requests.value() == 1;
        boolean mayBeAll = bytes.isEmpty() || bytes.get().value() == 1;
        Refusal.unless(
                mayBeAll || !isAll, "byteOffload", "100% if no request reaches the origin", bytes.orElse(requests));
        offload = mayBeAll ? requests : Refusal.kept(requests, "offload", Side.BELOW, ALL);
        byteOffload = isAll ? bytes.map(share -> Refusal.kept(share, "byteOffload", Side.AT_LEAST, ALL)) : bytes;
    }

    /**
     * Obtains a network that takes the same share of requests and of bytes.
     *
     * @param requestRate the rate of requests of all users
     * @param meanSize the mean size of a response, over all requests
     * @param offload the share of requests that the network answers without the origin, its hit ratio
     * @return the network
     */
    public static Cdn of(Qps requestRate, Bytes meanSize, Share offload) {
        return new Cdn(requestRate, meanSize, offload, Optional.empty());
    }

    /**
     * Obtains a content delivery network.
     *
     * @param requestRate the rate of requests of all users
     * @param meanSize the mean size of a response, over all requests
     * @param offload the share of requests that the network answers without the origin, its hit ratio
     * @param byteOffload the share of bytes that the network delivers without the origin, its byte hit ratio
     * @return the network
     * @throws IllegalArgumentException if no request reaches the origin but bytes do
     */
    public static Cdn of(Qps requestRate, Bytes meanSize, Share offload, Share byteOffload) {
        requireNonNull(byteOffload, "byteOffload");
        return new Cdn(requestRate, meanSize, offload, Optional.of(byteOffload));
    }

    /**
     * Returns what the network delivers to users: {@code request rate × mean size}.
     *
     * @return the bandwidth at the edge
     */
    public Bandwidth edgeBandwidth() {
        return requestRate.times(meanSize).named("edge bandwidth");
    }

    /**
     * Returns what is left for the origin to answer: {@code request rate × (1 − offload)}.
     *
     * @return the rate of requests to the origin
     */
    public Qps originLoad() {
        return requestRate.times(offload.complement()).named("origin load");
    }

    /**
     * Returns what is left for the origin to deliver: {@code request rate × mean size × (1 − byte offload)}.
     *
     * @return the bandwidth from the origin to the network
     */
    public Bandwidth originBandwidth() {
        return edgeBandwidth().times(bytesOffloaded().complement()).named("origin bandwidth");
    }

    /**
     * Returns the mean size of what the origin delivers: {@code origin bandwidth ÷ origin load}.
     *
     * @return the size; the mean size of all responses if bytes and requests are offloaded alike
     * @throws ArithmeticException if no request reaches the origin
     */
    public Bytes originMeanSize() {
        return originBandwidth().div(originLoad()).named("mean size at the origin");
    }

    /** Returns what is left, as in 'CDN takes 90% of 10k req/s and 95% of 200 MB/s: ... reach the origin'. */
    @Override
    public String toString() {
        return "CDN takes " + offload() + " of " + requestRate() + " and " + bytesOffloaded() + " of " + edgeBandwidth()
                + ": the origin has " + originLoad() + ", " + originBandwidth();
    }

    private Share bytesOffloaded() {
        return byteOffload.orElse(offload);
    }
}
