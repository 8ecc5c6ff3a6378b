package fr.microcredit.backing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks the archives in which the components come. */
final class Archives {
    private static final int OWNER_EXECUTE = 0100;

    private Archives() {
    }

    /** The PostgreSQL jar holds one {@code .txz} with the installation in it. */
    static void unpackPostgres(Path jar, Path target) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream().filter(entry -> entry.getName().endsWith(".txz")).findFirst()
                    .orElseThrow(() -> new IOException("No .txz in " + jar));
            try (TarArchiveInputStream tar = new TarArchiveInputStream(
                    new XZInputStream(zip.getInputStream(archive)))) {
                unpackTar(tar, target);
            }
        }
    }

    private static void unpackTar(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = inside(target, entry.getName());
            if (entry.isDirectory()) {
                Files.createDirectories(path);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(path.getParent());
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                write(tar, path, (entry.getMode() & OWNER_EXECUTE) != 0);
            }
        }
    }

    /** Drops the first folder of every name: the zip holds {@code keycloak-x.y.z/...}. */
    static void unpackZipWithoutRoot(Path archive, Path target) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!name.isEmpty() && !entry.isDirectory()) {
                    write(zip, inside(target, name), name.endsWith(".sh"));
                }
            }
        }
    }

    private static void write(InputStream content, Path path, boolean executable) throws IOException {
        Files.createDirectories(path.getParent());
        Files.copy(content, path);
        if (executable) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Archive entry outside its folder: " + name);
        }
        return path;
    }
}
