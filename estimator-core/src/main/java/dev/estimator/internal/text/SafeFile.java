package dev.estimator.internal.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Locale;
import java.util.UUID;

/** Writes text files of which nobody ever finds a half: beside the old one first, then in its place. */
public final class SafeFile {
    private SafeFile() {}

    /**
     * Writes a file in UTF-8, with its directories if need be. If that fails, what was there before is still there.
     *
     * @throws UncheckedIOException if it cannot be written; the message names the file
     */
    public static void write(Path file, String text) {
        write(file, out -> out.append(text));
    }

    /** What writes the text of a file, little by little. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Appendable out) throws IOException;
    }

    /**
     * As {@link #write(Path, String)}, for a text that need not fit into memory. What the content throws itself is
     * passed on.
     */
    public static void write(Path file, Content content) {
        try {
            replace(target(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + reason(e), e);
        }
    }

    /** Where a link leads; a link stays one. */
    private static Path target(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        if (Files.exists(file)) {
            if (!Files.isRegularFile(file)) {
                throw new IOException("it is not a regular file");
            }
            return file.toRealPath();
        }
        if (Files.isSymbolicLink(file)) {
            throw new IOException("it is a link to a file that does not exist");
        }
        return file.toAbsolutePath();
    }

    private static void replace(Path file, Content content) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        // A name of its own, for two may be writing the same file.
        Path beside = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            Files.createFile(beside);
            keepPermissions(file, beside);
            try (Writer out = Files.newBufferedWriter(beside, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            move(beside, file);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Whoever could not read the old file cannot read the new one. */
    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && Files.getFileStore(from).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The exceptions of files say in their type what is wrong and in their message only where. */
    private static String reason(IOException e) {
        String type = e instanceof FileSystemException ? e.getClass().getSimpleName() : "";
        String words = type.replaceFirst("(FileSystem)?Exception", "").replaceAll("(?<=.)(?=[A-Z])", " ");
        return e.getMessage() == null
                ? e.toString()
                : words.toLowerCase(Locale.ROOT) + (words.isEmpty() ? "" : ": ") + e.getMessage();
    }
}
