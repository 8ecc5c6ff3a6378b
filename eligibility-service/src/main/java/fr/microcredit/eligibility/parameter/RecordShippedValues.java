package fr.microcredit.eligibility.parameter;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.startup.StartupTask;

/** Records each value this release ships once. */
@ApplicationScoped
public class RecordShippedValues implements StartupTask {
    private static final String BY = "release";

    private final ParameterFiles files;
    private final ParameterValues values;
    private final ParameterLibrary library;

    RecordShippedValues(ParameterFiles files, ParameterValues values, ParameterLibrary library) {
        this.files = files;
        this.values = values;
        this.library = library;
    }

    @Override
    public Uni<Void> run() {
        return Each.inOrder(files.shipped(), value -> values.add(value, BY, BY).replaceWithVoid())
                .chain(library::current).replaceWithVoid();
    }
}
