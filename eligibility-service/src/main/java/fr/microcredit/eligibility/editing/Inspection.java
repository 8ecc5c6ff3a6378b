package fr.microcredit.eligibility.editing;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.commune.Communes;
import fr.microcredit.eligibility.scheme.SchemeReader;
import fr.microcredit.eligibility.scheme.SchemeReader.Reading;
import fr.microcredit.eligibility.scheme.domain.Finding;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SchemeCheck;
import fr.microcredit.eligibility.scheme.domain.Succession;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.ProblemType;
import fr.microcredit.kit.problem.Violation;

/** Holds a scheme file against its form, against itself and against what is published; every fault names its line. */
@ApplicationScoped
class Inspection {
    private static final ProblemType NOT_SOUND = new ProblemType("scheme-not-sound", 422);
    private static final int COMMUNE_CODE_LENGTH = 5;

    private final SchemeReader reader;
    private final Communes communes;

    Inspection(SchemeReader reader, Communes communes) {
        this.reader = reader;
        this.communes = communes;
    }

    Reading read(String document) {
        return reader.read(document);
    }

    /**
     * @param published versions it has to fit beside
     * @throws ProblemException {@code scheme-not-sound} with every fault found
     */
    Scheme sound(Reading reading, List<Scheme> published) {
        List<Finding> findings = new ArrayList<>(reading.findings());
        reading.scheme().ifPresent(scheme -> {
            findings.addAll(SchemeCheck.of(scheme));
            findings.addAll(Succession.check(scheme, published));
            findings.addAll(unknownPlaces(scheme));
        });
        refuse(findings, reading);
        return reading.scheme().orElseThrow();
    }

    /** @throws ProblemException {@code scheme-not-sound} naming each open rule that the scheme needs */
    void requireClosed(Reading reading) {
        refuse(reading.scheme().map(SchemeCheck::blocking).orElse(reading.findings()), reading);
    }

    private List<Finding> unknownPlaces(Scheme scheme) {
        List<Finding> findings = new ArrayList<>();
        List<String> codes = scheme.territory().codes();
        for (int index = 0; index < codes.size(); index++) {
            String code = codes.get(index);
            if (!isKnown(code)) {
                findings.add(new Finding("/territory/codes/" + index, "unknown-commune", List.of(code)));
            }
        }
        return findings;
    }

    private boolean isKnown(String code) {
        return code.length() == COMMUNE_CODE_LENGTH ? communes.isKnown(code) : communes.isKnownDepartment(code);
    }

    private static void refuse(List<Finding> findings, Reading reading) {
        if (!findings.isEmpty()) {
            throw new ProblemException(NOT_SOUND, findings.stream()
                    .map(each -> Violation.onLine(reading.lines().applyAsInt(each.pointer()), each.pointer(),
                            each.code(), each.arguments()))
                    .toList());
        }
    }
}
