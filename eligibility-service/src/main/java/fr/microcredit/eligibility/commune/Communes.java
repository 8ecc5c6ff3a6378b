package fr.microcredit.eligibility.commune;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

/** The communes of France by INSEE code, those that merged into others included: a loan of 2008 names the code of 2008. */
@ApplicationScoped
public class Communes {
    private static final String FILE = "communes/insee-codes.txt";
    private static final int PREFIX = 2;
    private static final int CODE_LENGTH = 5;
    private static final int HUNDRED = 100;
    private static final String OVERSEAS = "97";

    private final Map<String, BitSet> byPrefix = new HashMap<>();

    Communes() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(loader.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** For whoever looks communes up outside the service. */
    public static Communes shipped() {
        return new Communes();
    }

    private void add(String line) {
        String[] parts = line.split(" ");
        BitSet numbers = byPrefix.computeIfAbsent(parts[0], prefix -> new BitSet());
        for (int index = 1; index < parts.length; index++) {
            String[] ends = parts[index].split("-");
            numbers.set(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]) + 1);
        }
    }

    /** @param code five characters */
    public boolean isKnown(String code) {
        if (code == null || code.length() != CODE_LENGTH) {
            return false;
        }
        BitSet numbers = byPrefix.get(code.substring(0, PREFIX));
        String number = code.substring(PREFIX);
        return numbers != null && number.chars().allMatch(each -> each >= '0' && each <= '9')
                && numbers.get(Integer.parseInt(number));
    }

    /** @param code of a department: two characters, or three overseas */
    public boolean isKnownDepartment(String code) {
        if (code == null || code.length() != PREFIX + 1 || !code.startsWith(OVERSEAS)) {
            return byPrefix.containsKey(code);
        }
        BitSet numbers = byPrefix.get(OVERSEAS);
        int hundred = (code.charAt(PREFIX) - '0') * HUNDRED;
        int next = numbers.nextSetBit(hundred);
        return next >= hundred && next < hundred + HUNDRED;
    }
}
