package dev.estimator.caching;

import dev.estimator.internal.graph.Bound.Side;
import dev.estimator.internal.input.Refusal;
import dev.estimator.internal.input.Unbuilt;
import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Share;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A content delivery network before an origin: what it takes off it, by requests and by bytes.
 *
 * <p>The two differ: large files are asked for more often, or expire less, than pages. Who pays for the origin's network asks for bytes,
 * who dimensions its servers asks for requests.
 */
@Value.Immutable
@SuppressWarnings("exports") // Value is needed at build time only
public abstract class Cdn implements WithCdn {
    private static final Share ALL = Share.of(1);

    Cdn() {}

    /**
     * Returns the rate of requests of all users.
     *
     * @return the request rate at the edge
     */
    public abstract Qps requestRate();

    /**
     * Returns the mean size of a response, over all requests.
     *
     * @return the size
     */
    public abstract Bytes meanSize();

    /**
     * Returns the share of requests that the network answers without the origin.
     *
     * @return the offload by requests, its hit ratio
     */
    public abstract Share offload();

    /**
     * Returns the share of bytes that the network delivers without the origin; that of requests unless set.
     *
     * @return the offload by bytes, its byte hit ratio
     */
    public abstract Optional<Share> byteOffload();

    @Value.Check
    void check() {
        byteOffload()
                .ifPresent(bytes -> Refusal.unless(
                        offload().value() < 1 || bytes.value() == 1,
                        "byteOffload",
                        "100% if no request reaches the origin",
                        bytes));
    }

    /**
     * Returns what the network delivers to users: {@code request rate × mean size}.
     *
     * @return the bandwidth at the edge
     */
    public Bandwidth edgeBandwidth() {
        return rate().times(meanSize().orNamed("mean size")).named("edge bandwidth");
    }

    /**
     * Returns what is left for the origin to answer: {@code request rate × (1 − offload)}.
     *
     * @return the rate of requests to the origin
     */
    public Qps originLoad() {
        return rate().times(requestsOffloaded().complement()).named("origin load");
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

    /**
     * Begins a content delivery network.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects the numbers of a content delivery network. */
    public static final class Builder extends ImmutableCdn.Builder {
        Builder() {}

        /** Says how to go on. */
        @Override
        public String toString() {
            return Unbuilt.of("content delivery network");
        }
    }

    private Qps rate() {
        return requestRate().orNamed("request rate");
    }

    /** Never all, as long as some bytes have to come from the origin. */
    private Share requestsOffloaded() {
        Share requests = offload().orNamed("offload");
        boolean isAll = byteOffload().isEmpty() || byteOffload().get().value() == 1;
        return isAll ? requests : Refusal.kept(requests, "offload", Side.BELOW, ALL);
    }

    /** Always all, as long as no request reaches the origin. */
    private Share bytesOffloaded() {
        boolean isAll = offload().value() == 1;
        return byteOffload()
                .map(share -> share.orNamed("offload of bytes"))
                .map(bytes -> isAll ? Refusal.kept(bytes, "byteOffload", Side.AT_LEAST, ALL) : bytes)
                .orElseGet(this::requestsOffloaded);
    }
}
