package fr.microcredit.eligibility.parameter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;

/** All national values in memory, read again when there are more. */
@ApplicationScoped
public class ParameterLibrary {
    private static final int REMEMBERED_MAX = 500;

    private final ParameterValues values;
    private final AtomicReference<Parameters> read = new AtomicReference<>(new Parameters(List.of()));
    private final Map<Moment, KnownValues> known = new ConcurrentHashMap<>();

    private record Moment(LocalDate day, long revision) {
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
        if (known.size() > REMEMBERED_MAX) {
            known.clear();
        }
        return known.computeIfAbsent(new Moment(day, revision), moment -> all.knownOn(day, revision));
    }
}
