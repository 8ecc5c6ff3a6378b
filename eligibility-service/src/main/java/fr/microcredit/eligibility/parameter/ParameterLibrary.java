package fr.microcredit.eligibility.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;

/** All national values in memory, read again when there are more. */
@ApplicationScoped
public class ParameterLibrary {
    private final ParameterValues values;
    private final AtomicReference<Parameters> read = new AtomicReference<>(new Parameters(List.of()));
    private final AtomicReference<Known> newest = new AtomicReference<>();

    private record Known(LocalDate day, long revision, KnownValues values) {
    }

    ParameterLibrary(ParameterValues values) {
        this.values = values;
    }

    /** All that is recorded, seen from the running transaction. */
    public Uni<Parameters> current() {
        return values.revision().chain(revision -> revision == read.get().revision()
                ? Uni.createFrom().item(read.get())
                : values.all().map(Parameters::new).invoke(read::set));
    }

    /** All that was read last; new values show here within seconds. */
    public Parameters latest() {
        return read.get();
    }

    /** What was known on a day, computed once for whoever asks again. */
    public KnownValues knownOn(Parameters all, LocalDate day, long revision) {
        Known last = newest.get();
        if (last == null || !last.day.equals(day) || last.revision != revision) {
            last = new Known(day, revision, all.knownOn(day, revision));
            newest.set(last);
        }
        return last.values;
    }
}
