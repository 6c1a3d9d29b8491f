package dev.estimator.model;

import static dev.estimator.internal.input.Refusal.aboveZero;
import static dev.estimator.model.ModelInputs.input;
import static dev.estimator.quantity.Quantities.ratio;

import dev.estimator.internal.input.ModelName;
import dev.estimator.quantity.Qps;
import dev.estimator.quantity.Ratio;
import dev.estimator.quantity.Share;
import java.util.Optional;

/**
 * Reads and writes, in whichever way their relation was stated.
 *
 * @param own the name of the traffic, which goes before theirs
 * @param readShare reads ÷ all
 * @param readsPerWrite reads ÷ writes
 * @param writesPerRead writes ÷ reads
 */
record ReadWriteMix(
        ModelName own, Optional<Share> readShare, Optional<Ratio> readsPerWrite, Optional<Ratio> writesPerRead) {
    ReadWriteMix {
        ModelInputs.atMostOne(
                input("readShare", readShare),
                input("readsPerWrite", readsPerWrite),
                input("writesPerRead", writesPerRead));
        readShare = readShare.map(s -> s.orNamed(own.of("read share")));
        readsPerWrite = readsPerWrite.map(r -> aboveZero(r.orNamed(own.of("reads per write")), "readsPerWrite"));
        writesPerRead = writesPerRead.map(r -> aboveZero(r.orNamed(own.of("writes per read")), "writesPerRead"));
    }

    boolean isKnown() {
        return readShare.isPresent() || readsPerWrite.isPresent() || writesPerRead.isPresent();
    }

    Qps readsAmong(Qps all) {
        return all.times(shareOfReads());
    }

    Qps writesAmong(Qps all) {
        return all.times(shareOfReads().complement());
    }

    Qps readsBeside(Qps writes) {
        if (readsPerWrite.isPresent()) {
            return writes.times(readsPerWrite.get());
        }
        if (writesPerRead.isPresent()) {
            return writes.div(writesPerRead.get());
        }
        Share reads = shareOfReads();
        return writes.div(reads.complement()).times(reads);
    }

    Qps writesBeside(Qps reads) {
        if (readsPerWrite.isPresent()) {
            return reads.div(readsPerWrite.get());
        }
        if (writesPerRead.isPresent()) {
            return reads.times(writesPerRead.get());
        }
        Share share = shareOfReads();
        return reads.div(share).times(share.complement());
    }

    private Share shareOfReads() {
        if (readsPerWrite.isPresent()) {
            Ratio reads = readsPerWrite.get();
            return reads.div(reads.plus(ratio(1))).toShare().named(own.of("read share"));
        }
        if (writesPerRead.isPresent()) {
            return ratio(1).div(writesPerRead.get().plus(ratio(1))).toShare().named(own.of("read share"));
        }
        return readShare.orElseThrow(() -> new IllegalStateException(
                "readShare is not set: set readShare, readsPerWrite or writesPerRead to tell reads from writes"));
    }
}
