package com.example;

import static dev.estimator.quantity.Quantities.*;

import dev.estimator.analysis.Sweep;
import dev.estimator.analysis.SweepRow;
import dev.estimator.system.Architecture;
import dev.estimator.system.Component;
import dev.estimator.system.UseCase;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.KryoSerializer;
import org.apache.spark.serializer.SerializerInstance;
import scala.reflect.ClassTag;

/** With {@code spark.serializer} set to Kryo what is sent arrives whole, or is refused; a range is never forgotten. */
final class OnKryo {
    private OnKryo() {}

    static void check(Sweep sweep) {
        var row = Fleet.Service.of(5).values();
        same("a plain number", count(7), Object::toString);
        same("a range", between(million(2), million(7)), range -> range.explain().toString());
        same("an assumption", Fleet.USERS, users -> users.explain().toString());
        same("a result", Fleet.DISK, disk -> disk.explain().toString());
        same("a sweep", sweep, copy -> copy.row(row).toString());
        same("a row", sweep.row(row), SweepRow::toString);
        Component api = Component.named("api").serviceTime(ms(6), count(8)).up(nines(3));
        same(
                "a system",
                Architecture.of(UseCase.read("browse", qps(300), between(qps(900), qps(2700)), api)),
                Architecture::toString);
        same("a list of results", List.of(Fleet.SERVERS, Fleet.DISK), list -> list.get(1).explain() + list.toString());
    }

    private static <T> void same(String what, T sent, Function<T, String> said) {
        SerializerInstance kryo = new KryoSerializer(new SparkConf()).newInstance();
        T arrived;
        try {
            ClassTag<T> type = ClassTag.apply(sent.getClass());
            arrived = kryo.deserialize(kryo.serialize(sent, type), type);
        } catch (RuntimeException e) {
            System.out.println("Kryo refuses " + what);
            System.err.println("  " + e.toString().lines().findFirst().orElseThrow());
            return;
        }
        if (!said.apply(arrived).equals(said.apply(sent))) {
            throw new IllegalStateException(
                    "Kryo made of " + what + ", " + said.apply(sent) + ", this: " + said.apply(arrived));
        }
        System.out.println("Kryo sends " + what);
    }
}
