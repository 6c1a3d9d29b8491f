package dev.estimator.internal.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does numbered tasks on several threads that end with the call. */
final class Workers {
    private final int tasks;
    private final IntConsumer progress;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private int failedTask = Integer.MAX_VALUE;
    private @Nullable RuntimeException failure;
    private @Nullable Error error;

    private Workers(int tasks, IntConsumer progress) {
        this.tasks = tasks;
        this.progress = progress;
    }

    /**
     * Does all tasks; each thread makes a worker of its own. The failure of the first task that fails is thrown,
     * whichever thread it was.
     *
     * @param progress told by the calling thread how many tasks are done, about a hundred times in all
     * @throws CancellationException if the calling thread is interrupted; it stays interrupted
     */
    static void run(int threads, int tasks, Supplier<IntConsumer> worker, IntConsumer progress) {
        var workers = new Workers(tasks, progress);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, tasks); i++) {
            var thread = new Thread(() -> workers.work(worker.get(), false), "estimator-" + i);
            thread.setDaemon(true);
            others.add(thread);
            thread.start();
        }
        workers.work(worker.get(), true);
        boolean interrupted = join(others, workers.stopped);
        if (workers.error != null) {
            throw workers.error;
        }
        if (workers.failure != null) {
            throw workers.failure;
        }
        if (interrupted || workers.done.get() < tasks) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted after " + workers.done.get() + " of " + tasks + " blocks");
        }
    }

    private void work(IntConsumer worker, boolean isCaller) {
        while (!stopped.get()) {
            int task = next.getAndIncrement();
            if (task >= tasks) {
                return;
            }
            try {
                worker.accept(task);
                int sofar = done.incrementAndGet();
                if (isCaller && (sofar == tasks || 100L * sofar / tasks > 100L * (sofar - 1) / tasks)) {
                    progress.accept(sofar);
                }
            } catch (RuntimeException e) {
                note(task, e);
            } catch (Error e) {
                error = e;
                stopped.set(true);
            }
            if (isCaller && Thread.currentThread().isInterrupted()) {
                stopped.set(true);
            }
        }
    }

    /** Tasks are begun in order, so every task before a failed one has been begun and will tell of its own failure. */
    private synchronized void note(int task, RuntimeException e) {
        stopped.set(true);
        if (task < failedTask) {
            failedTask = task;
            failure = e;
        }
    }

    private static boolean join(List<Thread> threads, AtomicBoolean stopped) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped.set(true);
                }
            }
        }
        return interrupted;
    }
}
