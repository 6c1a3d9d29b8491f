package dev.estimator.reference;

import dev.estimator.quantity.Bandwidth;
import dev.estimator.quantity.Bytes;
import dev.estimator.quantity.Count;
import dev.estimator.quantity.Money;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Quantities;
import dev.estimator.quantity.Quantity;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Rent;
import dev.estimator.quantity.Share;
import dev.estimator.quantity.Spending;
import dev.estimator.quantity.TimeSpan;
import dev.estimator.quantity.Units;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.DoubleFunction;

/**
 * What a unit of the catalogue makes of a number.
 *
 * @param type the type of quantity
 * @param accessor the method of {@link ReferenceFigure} that returns it
 * @param quantity makes the quantity of a number in the unit
 * @param <Q> the type of quantity
 */
record RateUnit<Q extends Quantity<Q>>(Class<Q> type, String accessor, DoubleFunction<Q> quantity) {
    private static final double BYTES_IN_A_GIGABIT = 1.25e8;

    private static final Map<String, RateUnit<?>> ALL = Map.ofEntries(
            Map.entry("ns", time(Quantities::ns)),
            Map.entry("us", time(Quantities::us)),
            Map.entry("ms", time(Quantities::ms)),
            Map.entry("B", bytes(Quantities::bytes)),
            Map.entry("KB", bytes(Quantities::kb)),
            Map.entry("MB", bytes(Quantities::mb)),
            Map.entry("GB", bytes(Quantities::gb)),
            Map.entry("TB", bytes(Quantities::tb)),
            Map.entry("GiB", bytes(Quantities::gib)),
            Map.entry("TiB", bytes(Quantities::tib)),
            Map.entry("MB/s", bandwidth(1e6)),
            Map.entry("GB/s", bandwidth(1e9)),
            Map.entry("MiB/s", bandwidth(0x1p20)),
            Map.entry("GiB/s", bandwidth(0x1p30)),
            Map.entry("Gbit/s", bandwidth(BYTES_IN_A_GIGABIT)),
            Map.entry("op/s", rate()),
            Map.entry("tx/s", rate()),
            Map.entry("req/s", rate()),
            Map.entry("record/s", rate()),
            Map.entry("conn/s", rate()),
            Map.entry("token/s", rate(1, "tokens")),
            Map.entry("TFLOP/s", rate(1e12, "FLOP")),
            Map.entry("key", count("keys")),
            Map.entry("conn", count("connections")),
            Map.entry("shard/GiB", count("shards")),
            Map.entry("USD", new RateUnit<>(Money.class, "money", Quantities::usd)),
            Map.entry("USD/h", spending(Quantities.HOUR)),
            Map.entry("USD/month", spending(Quantities.MONTH)),
            Map.entry("USD/GB-month", rent()),
            Map.entry("ratio", new RateUnit<>(Ratio.class, "ratio", Ratio::of)),
            Map.entry("fraction", new RateUnit<>(Share.class, "share", Share::of)));

    static RateUnit<?> of(String unit) {
        RateUnit<?> found = ALL.get(unit);
        if (found == null) {
            throw new IllegalArgumentException(
                    "unit must be one of " + new TreeSet<>(ALL.keySet()) + " but was '" + unit + "'");
        }
        return found;
    }

    private static RateUnit<TimeSpan> time(DoubleFunction<TimeSpan> quantity) {
        return new RateUnit<>(TimeSpan.class, "timeSpan", quantity);
    }

    private static RateUnit<Bytes> bytes(DoubleFunction<Bytes> quantity) {
        return new RateUnit<>(Bytes.class, "bytes", quantity);
    }

    private static RateUnit<Bandwidth> bandwidth(double bytesPerSecond) {
        return new RateUnit<>(
                Bandwidth.class, "bandwidth", value -> Bandwidth.of(value * bytesPerSecond, Units.B_PER_SECOND));
    }

    private static RateUnit<Qps> rate() {
        return new RateUnit<>(Qps.class, "qps", Quantities::qps);
    }

    private static RateUnit<Qps> rate(double times, String noun) {
        return new RateUnit<>(
                Qps.class, "qps", value -> Count.of(value * times, noun).per(Quantities.SECOND));
    }

    private static RateUnit<Spending> spending(TimeSpan time) {
        return new RateUnit<>(
                Spending.class, "spending", value -> Quantities.usd(value).per(time));
    }

    @SuppressWarnings("unchecked") // there is one class for all rents
    private static RateUnit<Rent<Bytes>> rent() {
        return new RateUnit<>(
                (Class<Rent<Bytes>>) (Class<?>) Rent.class,
                "rent",
                value -> Quantities.usd(value).per(Quantities.gb(1)).per(Quantities.MONTH));
    }

    private static RateUnit<Count> count(String noun) {
        return new RateUnit<>(Count.class, "count", value -> Count.of(value, noun));
    }
}
