package fr.microcredit.eligibility.assessment.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;

/**
 * The answer of a scheme's rules to one version of a request, and what named persons made of it.
 *
 * @param revision    of the request
 * @param assessedOn  business date of the assessment
 * @param basis       with which it can be computed again
 * @param automatic   what the rules said, never changed
 * @param fingerprint (SHA-256) of basis, wish and what the rules said
 * @param terms       that hold for the request from now on
 * @param outcomes    what the rules said after judgements and overrides
 * @param confirmed   whether a named person has confirmed that it does not fit
 * @param lastOn      business date of the newest act on it
 */
public record Assessment(UUID id, About about, int revision, LocalDate assessedOn, Wish wish, Basis basis,
        Findings automatic, String fingerprint, Terms terms, List<Outcome> outcomes, boolean confirmed,
        LocalDate lastOn) implements OfDossier {
    private static final String BETWEEN = "/";
    private static final long VERSIONS_OF_A_REVISION = 1_000_000;

    public Verdict verdict() {
        return Verdict.of(outcomes);
    }

    public Optional<Outcome> outcome(String rule) {
        return outcomes.stream().filter(outcome -> outcome.rule().equals(rule)).findFirst();
    }

    Assessment with(String rule, UnaryOperator<Outcome> change, Terms then, LocalDate on) {
        List<Outcome> changed = outcomes.stream()
                .map(outcome -> outcome.rule().equals(rule) ? change.apply(outcome) : outcome).toList();
        return new Assessment(id, about, revision, assessedOn, wish, basis, automatic, fingerprint, then, changed,
                confirmed, on);
    }

    Assessment confirm(LocalDate on) {
        return new Assessment(id, about, revision, assessedOn, wish, basis, automatic, fingerprint, terms, outcomes,
                true, on);
    }

    public static String keyOf(UUID dossierId, int revision) {
        return dossierId + BETWEEN + revision;
    }

    public static UUID dossierOf(String key) {
        return UUID.fromString(key.substring(0, key.indexOf(BETWEEN)));
    }

    @Override
    public String key() {
        return keyOf(dossierId(), revision);
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(verdict());
    }

    @Override
    public LocalDate day() {
        return assessedOn;
    }

    /** Who has read one revision can not act on the next. */
    @Override
    public long firstVersion() {
        return revision * VERSIONS_OF_A_REVISION;
    }
}
