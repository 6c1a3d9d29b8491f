package dev.estimator.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.DoubleSupplier;

/**
 * Events one after the other: Poisson arrivals, lines first come first served, instances chosen at random. It shares
 * nothing with what it is compared with, not even the description: a system is written down for it anew.
 */
final class Simulator {
    /** What a request does; it runs the other when it has been done. */
    interface Activity {
        void begin(Runnable done);
    }

    private record Event(double time, long order, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Double.compare(time, other.time);
            return byTime == 0 ? Long.compare(order, other.order) : byTime;
        }
    }

    private final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private double now;
    private double begun;
    private long count;

    Simulator(long seed) {
        random = new Random(seed);
    }

    /** Equal instances, each with its line and workers; or one line before all. */
    final class Station {
        private final int[] busy;
        private final int workers;
        private final List<Deque<Runnable>> lines = new ArrayList<>();
        private double busyTime;
        private long visits;

        Station(int instances, int workers) {
            busy = new int[instances];
            this.workers = workers;
            for (int i = 0; i < instances; i++) {
                lines.add(new ArrayDeque<>());
            }
        }

        Activity visit(DoubleSupplier service) {
            return done -> at(random.nextInt(busy.length), service, done);
        }

        /** The first of several shards gets more than its part. */
        Activity visitOfShards(double hottest, DoubleSupplier service) {
            return done -> at(random.nextDouble() < hottest ? 0 : 1 + random.nextInt(busy.length - 1), service, done);
        }

        private void at(int i, DoubleSupplier service, Runnable done) {
            double time = service.getAsDouble();
            Runnable start = () -> {
                if (now > begun) {
                    visits++;
                    busyTime += time;
                }
                later(time, () -> {
                    Runnable next = lines.get(i).poll();
                    if (next == null) {
                        busy[i]--;
                    } else {
                        next.run();
                    }
                    done.run();
                });
            };
            if (busy[i] < workers) {
                busy[i]++;
                start.run();
            } else {
                lines.get(i).add(start);
            }
        }

        double utilization() {
            return busyTime / (now - begun) / (workers * busy.length);
        }

        double rate() {
            return visits / (now - begun);
        }
    }

    DoubleSupplier exponential(double mean) {
        return () -> -mean * Math.log(1 - random.nextDouble());
    }

    DoubleSupplier logNormal(double mean, double variability) {
        double sigma = Math.sqrt(Math.log1p(variability));
        return () -> mean * Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }

    Activity delay(DoubleSupplier time) {
        return done -> later(time.getAsDouble(), done);
    }

    static Activity inSequence(Activity... parts) {
        return done -> next(parts, 0, done);
    }

    private static void next(Activity[] parts, int i, Runnable done) {
        if (i == parts.length) {
            done.run();
        } else {
            parts[i].begin(() -> next(parts, i + 1, done));
        }
    }

    static Activity atOnce(Activity... parts) {
        return done -> {
            int[] left = {parts.length};
            for (Activity part : parts) {
                part.begin(() -> {
                    if (--left[0] == 0) {
                        done.run();
                    }
                });
            }
        };
    }

    Activity sometimes(double share, Activity part) {
        return done -> {
            if (random.nextDouble() < share) {
                part.begin(done);
            } else {
                done.run();
            }
        };
    }

    static Activity async(Activity part) {
        return done -> {
            part.begin(() -> {});
            done.run();
        };
    }

    /** Requests at a rate from now on; how long each took. */
    List<Double> requests(double rate, Activity activity) {
        List<Double> times = new ArrayList<>();
        DoubleSupplier gap = exponential(1 / rate);
        Runnable[] arrival = new Runnable[1];
        arrival[0] = () -> {
            double came = now;
            activity.begin(() -> {
                if (came > begun) {
                    times.add(now - came);
                }
            });
            later(gap.getAsDouble(), arrival[0]);
        };
        later(gap.getAsDouble(), arrival[0]);
        return times;
    }

    /** Runs so long, of which the first tenth is not counted. */
    void run(double seconds) {
        begun = seconds / 10;
        while (!events.isEmpty() && events.peek().time() < seconds) {
            Event event = events.remove();
            now = event.time();
            event.what().run();
        }
        now = seconds;
    }

    private void later(double time, Runnable what) {
        events.add(new Event(now + time, count++, what));
    }

    static double mean(List<Double> times) {
        return times.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    static double percentile(List<Double> times, double percent) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(percent / 100 * sorted.length) - 1];
    }
}
