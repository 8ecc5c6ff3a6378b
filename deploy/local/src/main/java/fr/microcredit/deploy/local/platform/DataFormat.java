package fr.microcredit.deploy.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which form the data in a folder has: until the tag 0.1.0 schemas change freely, and old data is not taken over. */
final class DataFormat {
    private static final String CURRENT = "12";
    private static final String FILE = "format";

    private DataFormat() {
    }

    /** @throws StartException when the folder holds data of another form */
    static void require(Path data) throws IOException {
        Path file = data.resolve(FILE);
        boolean used = Files.exists(data.resolve(Secrets.FILE));
        if (used && !(Files.exists(file) && Files.readString(file).equals(CURRENT))) {
            throw new StartException("The data in " + data + " was written by another version of the platform.\n"
                    + "Start with --fresh, which deletes it, or choose another folder with --data FOLDER.");
        }
        Files.writeString(file, CURRENT);
    }
}
