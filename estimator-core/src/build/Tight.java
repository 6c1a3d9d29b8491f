import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/**
 * Writes classes again without what nobody reads: of methods and fields that cannot be seen from outside the names of
 * parameters, and of such methods, and of private fields of internal classes, what their types are of, which only a
 * compiler asks; private constants, and those of a package in what only we know, which stand wherever they are used;
 * and the note of every lambda and record that MethodHandles has a class named Lookup. What is left is sorted.
 */
class Tight {
    /** Tags in the table of constants of a class (Java Virtual Machine Specification, 4.4). */
    private static final int TEXT = 1;

    private static final int STRING = 8;

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

    private static byte[] tight(byte[] bytes) throws IOException {
        var read = new ClassReader(bytes);
        var written = new ClassWriter(0);
        boolean isInside = (read.getAccess() & Opcodes.ACC_PUBLIC) == 0
                || read.getClassName().startsWith("dev/estimator/internal/");
        boolean isCompiledWith = read.getClassName().contains("/With") // a model that anybody sees inherits from it
                || read.getClassName().matches(".*/internal/engine/(Engine|Program|Draws).*"); // benchmarks
        read.accept(new Without(written, isInside, isInside && !isCompiledWith), 0);
        return sorted(written.toByteArray());
    }

    /** With the texts that end alike beside each other, which a jar packs tighter; first those that methods load. */
    private static byte[] sorted(byte[] bytes) throws IOException {
        var read = new ClassReader(bytes);
        var written = new ClassWriter(0);
        var loaded = new char[read.getMaxStringLength()];
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < read.getItemCount(); i++) {
            int start = read.getItem(i);
            int tag = start == 0 ? 0 : read.readByte(start - 1);
            if (tag == STRING) {
                written.newConst(read.readUTF8(start, loaded));
            } else if (tag == TEXT) {
                texts.add(new DataInputStream(new ByteArrayInputStream(bytes, start, bytes.length)).readUTF());
            }
        }
        texts.sort(Comparator.comparing(text -> new StringBuilder(text).reverse().toString()));
        texts.forEach(written::newUTF8);
        read.accept(written, 0);
        return written.toByteArray();
    }

    private static final class Without extends ClassVisitor {
        private final boolean isInside;
        private final boolean isUnseen;
        /** Whether it is a class that only we know; the fields of records are read by what writes JSON. */
        private boolean isInternal;

        Without(ClassVisitor next, boolean isInside, boolean isUnseen) {
            super(Opcodes.ASM9, next);
            this.isInside = isInside;
            this.isUnseen = isUnseen;
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            isInternal = name.startsWith("dev/estimator/internal/") && !parent.equals("java/lang/Record");
            super.visit(version, access, name, signature, parent, interfaces);
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
            boolean isMadeByCompiler = (access & Opcodes.ACC_SYNTHETIC) != 0;
            if (isSeen(access) && !isMadeByCompiler && !isUnseen) {
                MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                return isInside ? new Unnamed(next) : next;
            }
            String kept = name.equals("<init>") ? signature : null;
            return new Plain(super.visitMethod(access, name, descriptor, kept, exceptions));
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            boolean isPrivate = (access & Opcodes.ACC_PRIVATE) != 0;
            boolean isInlined = isPrivate || (isUnseen && !isSeen(access));
            if (isInlined && value != null && !name.equals("serialVersionUID")) {
                return null;
            }
            String kept = isInternal && isPrivate ? null : signature;
            FieldVisitor next = super.visitField(access, name, descriptor, kept, value);
            return isSeen(access) ? next : new PlainField(next);
        }

        @Override
        public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
            return isUnseen
                    ? new PlainComponent(super.visitRecordComponent(name, descriptor, null))
                    : super.visitRecordComponent(name, descriptor, signature);
        }

        private static boolean isSeen(int access) {
            return (access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0;
        }
    }

    private static final class PlainComponent extends RecordComponentVisitor {
        PlainComponent(RecordComponentVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int type, TypePath path, String descriptor, boolean isVisible) {
            return null;
        }
    }

    private static final class PlainField extends FieldVisitor {
        PlainField(FieldVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int type, TypePath path, String descriptor, boolean isVisible) {
            return null;
        }
    }

    private static final class Plain extends Unnamed {
        Plain(MethodVisitor next) {
            super(next);
        }

        @Override
        public AnnotationVisitor visitTypeAnnotation(int type, TypePath path, String descriptor, boolean isVisible) {
            return null;
        }

        @Override
        public AnnotationVisitor visitInsnAnnotation(int type, TypePath path, String descriptor, boolean isVisible) {
            return null;
        }

        @Override
        public AnnotationVisitor visitLocalVariableAnnotation(
                int type,
                TypePath path,
                Label[] start,
                Label[] end,
                int[] index,
                String descriptor,
                boolean isVisible) {
            return null;
        }
    }

    private static class Unnamed extends MethodVisitor {
        Unnamed(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitParameter(String name, int access) {}
    }
}
