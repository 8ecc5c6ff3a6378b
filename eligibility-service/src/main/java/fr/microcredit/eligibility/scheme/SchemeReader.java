package fr.microcredit.eligibility.scheme;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

import fr.microcredit.eligibility.scheme.domain.Finding;
import fr.microcredit.eligibility.scheme.domain.Scheme;

/** Reads a scheme file and says what is wrong with it, and where. */
public interface SchemeReader {
    /**
     * @param scheme   empty when something is wrong
     * @param findings against the form of a scheme file: types, ranges, missing and unknown keys
     * @param lines    line of a place in the file, from 1
     */
    record Reading(Optional<Scheme> scheme, List<Finding> findings, ToIntFunction<String> lines) {
    }

    Reading read(String document);

    /** Places of what a sound document says and no service obeys yet, as the form of a scheme file has it. */
    List<String> unobeyed(String document);
}
