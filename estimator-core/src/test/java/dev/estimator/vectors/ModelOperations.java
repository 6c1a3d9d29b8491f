package dev.estimator.vectors;

import static dev.estimator.quantity.Units.B;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.estimator.model.RecordKind;
import dev.estimator.model.Servers;
import dev.estimator.model.Storage;
import dev.estimator.quantity.Availability;
import dev.estimator.quantity.Share;
import dev.estimator.reliability.Call;
import dev.estimator.reliability.CallChain;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The operations of the vectors that models answer. */
final class ModelOperations {
    private ModelOperations() {}

    static Map<String, Double> servers(Inputs in) {
        Servers servers = Servers.builder()
                .limit("requests", in.rate("peak"), in.rate("perServer"))
                .targetUtilization(Share.of(in.number("utilisation")))
                .spares(in.count("spares"))
                .build();
        return Map.of(
                "needed", servers.needed().value(), "total", servers.servers().value());
    }

    static Map<String, Double> storage(Inputs in) {
        RecordKind item = RecordKind.builder("item")
                .rate(in.count("items").per(in.time("per")))
                .size(in.size("itemSize"))
                .build();
        Storage storage =
                Storage.builder().kind(item).retention(in.time("duration")).build();
        return Map.of(
                "perMonth", storage.withRetention(in.time("per")).logical().to(B),
                "total", storage.logical().to(B),
                "items", storage.records().value());
    }

    static Map<String, Double> system(Inputs in) {
        JsonObject structure = in.json().getAsJsonObject("structure");
        Call call = structure.has("series")
                ? Call.inSequence(calls(structure.getAsJsonArray("series"), ModelOperations::component))
                : Call.anyOf(calls(structure.getAsJsonArray("parallel"), ModelOperations::component));
        return both(call);
    }

    static Map<String, Double> paths(Inputs in) {
        JsonObject availability = in.json().getAsJsonObject("availability");
        Function<JsonElement, Call> component = name -> Call.of(
                name.getAsString(),
                Availability.of(availability.get(name.getAsString()).getAsDouble()));
        return both(Call.anyOf(calls(
                in.json().getAsJsonArray("paths"), path -> Call.inSequence(calls(path.getAsJsonArray(), component)))));
    }

    static Map<String, Double> hardDependencies(Inputs in) {
        CallChain.Builder chain = CallChain.builder().call("own", in.availability("own"));
        for (int i = 1; i <= in.whole("count"); i++) {
            chain.call("dependency " + i, in.availability("dependency"));
        }
        return Operations.both(chain.build().availability());
    }

    private static Call component(JsonElement component) {
        JsonObject object = component.getAsJsonObject();
        return Call.of(
                object.get("component").getAsString(),
                Availability.of(object.get("availability").getAsDouble()));
    }

    private static Call[] calls(JsonArray array, Function<JsonElement, Call> call) {
        return StreamSupport.stream(array.spliterator(), false).map(call).toArray(Call[]::new);
    }

    private static Map<String, Double> both(Call call) {
        return Operations.both(CallChain.builder().call(call).build().availability());
    }
}
