package dev.estimator.latency;

import dev.estimator.internal.input.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * A log of interval histograms, line by line: each interval is checked as a whole before it is decoded, so that a
 * damaged one is refused by its line and none is read as another.
 *
 * @see "G. Tene, HdrHistogram, HistogramLogWriter and AbstractHistogram.encodeIntoCompressedByteBuffer"
 */
final class HistogramLog {
    private static final String NUMBER = "\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";

    /**
     * Such as {@code Tag=reads,0.127,1.007,2.769,HISTFAAA...}: start, length and greatest value of an interval, and its
     * histogram.
     */
    private static final Pattern INTERVAL =
            Pattern.compile("(?:Tag=([^,]+),)?" + NUMBER + "," + NUMBER + "," + NUMBER + ",([A-Za-z0-9+/]+={0,2})");

    private static final String LEGEND = "\"StartTimestamp\"";

    /**
     * How a histogram begins: four bytes that say which format it has, and four with the length of what follows,
     * compressed.
     */
    private static final int HEAD = 8;

    /** The prefix of an encoded histogram of doubles. */
    private static final int DOUBLES = 0x0c72124f;

    private static final String DAMAGED = "the histogram is damaged or cut short";
    private static final String NOT_WHOLE = "the histogram must hold whole values but does not";
    private static final String UNREADABLE = "the histogram cannot be decoded";

    private final Path file;

    private HistogramLog(Path file) {
        this.file = file;
    }

    /**
     * The intervals of each tag; those without one have an empty tag.
     *
     * @throws IllegalArgumentException if a line is no interval, or there is none at all
     * @throws UncheckedIOException if the file cannot be read
     */
    static Map<String, List<AbstractHistogram>> byTag(Path file) {
        Map<String, List<AbstractHistogram>> byTag = new TreeMap<>();
        HistogramLog log = new HistogramLog(file);
        List<String> lines = log.lines();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith(LEGEND)) {
                Matcher interval = log.matched(line, i + 1);
                String tag = interval.group(1) == null ? "" : interval.group(1);
                byTag.computeIfAbsent(tag, t -> new ArrayList<>()).add(log.histogram(line, interval.group(2), i + 1));
            }
        }
        Refusal.unless(!byTag.isEmpty(), "log " + file, "one with intervals", "one without: it has no interval");
        return byTag;
    }

    /** Bytes that are not text become characters that no line of a log has. */
    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e, e);
        }
    }

    private Matcher matched(String line, int number) {
        Matcher interval = INTERVAL.matcher(line);
        if (!interval.matches()) {
            throw refused(number, "this is no interval of a log of histograms");
        }
        return interval;
    }

    private AbstractHistogram histogram(String line, String encoded, int number) {
        requireComplete(encoded, number);
        if (decoded(line, number) instanceof AbstractHistogram histogram) {
            return histogram;
        }
        throw refused(number, NOT_WHOLE);
    }

    /** Decodes one line, which the decoder reads as a whole log. */
    private EncodableHistogram decoded(String line, int number) {
        var in = new ByteArrayInputStream((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        try (HistogramLogReader reader = new HistogramLogReader(in)) {
            EncodableHistogram histogram = reader.nextIntervalHistogram();
            if (histogram != null) {
                return histogram;
            }
        } catch (RuntimeException e) { // the decoder throws no exception type of its own
            throw refused(number, UNREADABLE, e);
        }
        throw refused(number, UNREADABLE);
    }

    /** Whether length and checksum of the compressed data are right. */
    private void requireComplete(String encoded, int number) {
        ByteBuffer bytes = bytes(encoded, number);
        if (bytes.remaining() >= HEAD && bytes.getInt(0) == DOUBLES) {
            throw refused(number, NOT_WHOLE);
        }
        boolean hasItsLength = bytes.remaining() >= HEAD && bytes.getInt(Integer.BYTES) == bytes.remaining() - HEAD;
        if (!hasItsLength || !isComplete(bytes.position(HEAD).slice())) {
            throw refused(number, DAMAGED);
        }
    }

    private ByteBuffer bytes(String encoded, int number) {
        try {
            return ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
        } catch (IllegalArgumentException e) {
            throw refused(number, DAMAGED, e);
        }
    }

    /** Whether it inflates completely; the checksum is at the end. */
    private static boolean isComplete(ByteBuffer compressed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(compressed);
            byte[] block = new byte[8192];
            while (inflater.inflate(block) > 0) {
                // only the checksum matters here
            }
            return inflater.finished() && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private IllegalArgumentException refused(int line, String problem) {
        return new IllegalArgumentException("cannot read line " + line + " of " + file + ": " + problem);
    }

    private IllegalArgumentException refused(int line, String problem, RuntimeException cause) {
        IllegalArgumentException refusal = refused(line, problem);
        refusal.initCause(cause);
        return refusal;
    }
}
