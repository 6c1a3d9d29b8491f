package dev.estimator.model;

import static dev.estimator.quantity.Quantities.count;
import static dev.estimator.quantity.Quantities.percent;
import static dev.estimator.quantity.Quantities.qps;
import static dev.estimator.quantity.Units.ONES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.estimator.quantity.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class ServersProperties {
    /** Rounding up what is computed may add a bit to a share that is met exactly. */
    private static final double ROUNDING = 1e-12;

    /** What people write has a few digits; the ceiling is that of the decimal quotient, not of its binary neighbour. */
    @Property
    void needed_isTheCeilingOfTheDecimalQuotient(
            @ForAll @BigRange(min = "0", max = "100000") @Scale(2) BigDecimal demand,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal perServer,
            @ForAll @IntRange(min = 1, max = 100) int target) {
        BigDecimal expected = demand.movePointRight(2)
                .divide(perServer.multiply(BigDecimal.valueOf(target)), 0, RoundingMode.CEILING);
        assertThat(servers(demand.doubleValue(), perServer.doubleValue(), target)
                        .needed()
                        .to(ONES))
                .isEqualTo(expected.doubleValue());
    }

    /** The demand is made so that the quotient is whole. */
    @Property
    void needed_wholeQuotientStaysWhole(
            @ForAll @IntRange(min = 0, max = 1_000_000) int servers,
            @ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal perServer,
            @ForAll @IntRange(min = 1, max = 100) int target) {
        BigDecimal demand = perServer
                .multiply(BigDecimal.valueOf(servers))
                .multiply(BigDecimal.valueOf(target))
                .movePointLeft(2);
        assertThat(servers(demand.doubleValue(), perServer.doubleValue(), target)
                        .needed()
                        .to(ONES))
                .isEqualTo(servers);
    }

    private static Servers servers(double demand, double perServer, int target) {
        return Servers.builder()
                .limit("requests", qps(demand), qps(perServer))
                .targetUtilization(percent(target))
                .build();
    }

    @Property
    void utilization_atMostTheTarget(@ForAll("servers") Servers servers) {
        for (Servers.Limit limit : servers.limits()) {
            double target = limit.targetUtilization()
                    .orElse(servers.targetUtilization())
                    .value();
            double all = servers.utilization(limit.name()).value();
            double afterLoss = servers.utilizationAfterZoneLoss(limit.name()).value();
            assertThat(all).isBetween(0.0, afterLoss);
            assertThat(afterLoss).isBetween(0.0, target * (1 + ROUNDING));
        }
    }

    /** Without spares and zones, one server fewer would be too few for the binding limit. */
    @Property
    void needed_isTheLeast(@ForAll("servers") Servers servers) {
        double needed = servers.needed().to(ONES);
        Servers.Limit binding = servers.limits().stream()
                .filter(limit -> limit.name().equals(servers.bindingLimit()))
                .findFirst()
                .orElseThrow();
        double target =
                binding.targetUtilization().orElse(servers.targetUtilization()).value();
        assertThat(binding.load().value() / target).isBetween(needed - 1, needed * (1 + ROUNDING));
    }

    @Property
    void total_isWholeAndEnough(@ForAll("servers") Servers servers) {
        double total = servers.servers().to(ONES);
        double zones = servers.zones().value();
        double left = total / zones * (zones - servers.zonesThatMayFail().value());
        assertThat(total % zones).isZero();
        assertThat(left)
                .isGreaterThanOrEqualTo(servers.needed().plus(servers.spares()).to(ONES));
        assertThat(left - (zones - servers.zonesThatMayFail().value()))
                .isLessThan(servers.needed().plus(servers.spares()).to(ONES));
    }

    @Property
    void total_isMonotoneInDemand(
            @ForAll("servers") Servers servers, @ForAll @DoubleRange(min = 1, max = 3) @Scale(9) double more) {
        Servers busier = servers.withLimits(limit ->
                new Servers.Limit(limit.name(), limit.load().times(more), limit.targetUtilization(), limit.needed()));
        assertThat(busier.needed()).isGreaterThanOrEqualTo(servers.needed());
        assertThat(busier.servers()).isGreaterThanOrEqualTo(servers.servers());
        assertThat(busier.limitsByNeed()).isEqualTo(servers.limitsByNeed());
    }

    @Provide
    Arbitrary<Servers> servers() {
        Arbitrary<Double> demands = Arbitraries.doubles().between(0.01, 1e5).ofScale(6);
        Arbitrary<Double> capacities = Arbitraries.doubles().between(0.01, 1e3).ofScale(6);
        Arbitrary<Double> targets = Arbitraries.doubles().between(0.01, 0.99).ofScale(4);
        Arbitrary<Integer> spares = Arbitraries.integers().between(0, 10);
        Arbitrary<Integer> zones = Arbitraries.integers().between(1, 6);
        Arbitrary<Integer> lost = Arbitraries.integers().between(0, 5);
        return Combinators.combine(demands, demands, capacities, targets, targets, spares, zones, lost)
                .as((demand, other, capacity, target, ownTarget, spare, zone, loss) -> Servers.builder()
                        .limit("requests", qps(demand), qps(capacity))
                        .limit("writes", qps(other), qps(capacity), Share.of(ownTarget))
                        .targetUtilization(Share.of(target))
                        .spares(count(spare))
                        .zones(count(zone))
                        .zonesThatMayFail(count(Math.min(loss, zone - 1)))
                        .build())
                .withoutEdgeCases();
    }
}
