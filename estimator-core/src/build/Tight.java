import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes classes again without what nobody reads: the names of parameters of what cannot be called from outside, and
 * the note of every lambda and record that MethodHandles has a class named Lookup.
 */
class Tight {
    private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

    /** Of a folder of classes, into another. */
    public static void main(String[] folders) throws IOException {
        Path from = Path.of(folders[0]);
        for (Path file : classes(from)) {
            Path to = Path.of(folders[1]).resolve(from.relativize(file));
            Files.createDirectories(to.getParent());
            Files.write(to, tight(Files.readAllBytes(file)));
        }
    }

    private static List<Path> classes(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().endsWith("-info.class"))
                    .collect(Collectors.toList());
        }
    }

    private static byte[] tight(byte[] bytes) {
        var read = new ClassReader(bytes);
        var written = new ClassWriter(0);
        boolean isInside = (read.getAccess() & Opcodes.ACC_PUBLIC) == 0
                || read.getClassName().startsWith("dev/estimator/internal/");
        read.accept(new Without(written, isInside), 0);
        return written.toByteArray();
    }

    private static final class Without extends ClassVisitor {
        private final boolean isInside;

        Without(ClassVisitor next, boolean isInside) {
            super(Opcodes.ASM9, next);
            this.isInside = isInside;
        }

        @Override
        public void visitInnerClass(String name, String outerName, String innerName, int access) {
            if (!name.equals(LOOKUP)) {
                super.visitInnerClass(name, outerName, innerName, access);
            }
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean isPrivate = (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) == 0;
            boolean isMadeByCompiler = (access & Opcodes.ACC_SYNTHETIC) != 0;
            return isInside || isPrivate || isMadeByCompiler ? new Unnamed(next) : next;
        }
    }

    private static final class Unnamed extends MethodVisitor {
        Unnamed(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitParameter(String name, int access) {}
    }
}
