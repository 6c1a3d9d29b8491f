package dev.estimator.quantity;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A thread whose stack is too small for anything that recurses as deep as a derivation is long. */
final class SmallStack {
    private static final long BYTES = 256 * 1024;

    private SmallStack() {}

    static void run(Runnable test) throws InterruptedException {
        var task = new FutureTask<Void>(test, null);
        new Thread(null, task, "small stack", BYTES).start();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
