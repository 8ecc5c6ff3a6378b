package fr.microcredit.eligibility.assessment.rest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.eligibility.assessment.ExplainAssessment.Explanation;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Verdict;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.eligibility.assessment.rest.OutcomeView.NoteView;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.kit.domain.Codes;

/**
 * The explanation of a public algorithm's result (articles L311-3-1 and R311-3-1-2 CRPA): part of the computation in the
 * decision, data and their origin, parameters and weights, operations.
 *
 * @param mention      that it was computed, who decides, and what the person may ask for
 * @param weights      how the rules count
 * @param operations   computations with this person's figures
 * @param situation    the household in figures, as its office's commission looks at it; no name
 * @param data         what was looked at and where it comes from
 * @param parameters   national values that were used
 * @param proof        with what the computation can be repeated
 */
public record ExplanationView(UUID dossierId, int revision, LocalDate on, String lead, String verdict,
        String conclusion, String mention, List<OutcomeView> rules, String weights, List<String> operations,
        SituationView situation, List<Datum> data, List<ParameterUse> parameters, AlternativesView alternatives,
        List<AidView> otherAids,
        List<NoteView> notes, String proof) {

    private static final List<Outcome.Result> ORDER = List.of(Outcome.Result.FAIL, Outcome.Result.NEEDS_HUMAN,
            Outcome.Result.PASS);
    private static final Comparator<Outcome> WHAT_MATTERS_FIRST = Comparator
            .comparing(outcome -> ORDER.indexOf(outcome.result()));

    /** A figure of the person or of the request. */
    public record Datum(String name, String value, String origin) {
    }

    /** A national value. */
    public record ParameterUse(String name, String value, String holdsOn, String source) {
    }

    static ExplanationView of(Explanation e, Sentences words) {
        Assessment a = e.assessment();
        List<OutcomeView> rules = a.outcomes().stream().sorted(WHAT_MATTERS_FIRST)
                .map(outcome -> OutcomeView.of(outcome, words)).toList();
        List<String> operations = a.outcomes().stream()
                .flatMap(each -> words.operation(each.rule(), each.figures()).stream()
                        .map(text -> words.title(each.rule()) + " : " + text))
                .toList();
        return new ExplanationView(a.dossierId(), a.revision(), a.assessedOn(), lead(e, words), Codes.of(a.verdict()),
                words.text("verdict." + Codes.of(a.verdict()) + (a.confirmed() ? "-confirmed" : "")),
                words.text("page.mention"), rules, words.text("page.weights"), operations,
                SituationView.of(e.subject()), data(e, words),
                parameters(a, words), alternatives(e, words),
                e.aids().stream().map(aid -> AidView.of(aid, words.language())).toList(),
                a.automatic().notes().stream().map(note -> NoteView.of(note, words)).toList(), proof(a, words));
    }

    private static AlternativesView alternatives(Explanation e, Sentences words) {
        AlternativesView view = AlternativesView.of(e.alternatives(), words);
        boolean none = view.largestAmount().isEmpty() && view.shortestTerm().isEmpty();
        if (!none || e.assessment().verdict() != Verdict.INELIGIBLE) {
            return view;
        }
        List<String> sentences = new ArrayList<>(view.sentences());
        sentences.add(words.text("alternative.none"));
        return new AlternativesView(Optional.empty(), Optional.empty(), view.missingResteAVivre(), sentences);
    }

    private static String lead(Explanation e, Sentences words) {
        Wish wish = e.assessment().wish();
        return words.text("page.lead",
                Map.of("amountCents", String.valueOf(wish.amount().cents()), "months",
                        String.valueOf(wish.months()), "on", e.assessment().assessedOn().toString(), "scheme",
                        e.subject().scheme().name(), "version", e.subject().scheme().version()));
    }

    private static String proof(Assessment a, Sentences words) {
        return words.text("page.proof", Map.of("version", a.basis().schemeVersion(), "knownOn",
                a.basis().knownOn().toString(), "hash", a.basis().parameterHash()));
    }

    private static List<Datum> data(Explanation e, Sentences words) {
        Situation s = e.subject().situation();
        Wish wish = e.assessment().wish();
        List<Datum> data = new ArrayList<>();
        declared(data, words, "commune", s.commune());
        s.age().ifPresent(age -> declared(data, words, "age", String.valueOf(age)));
        declared(data, words, "personsFrom14", String.valueOf(s.personsFrom14()));
        declared(data, words, "personsUnder14", String.valueOf(s.personsUnder14()));
        declared(data, words, "resourcesCents", String.valueOf(s.resources().cents()));
        declared(data, words, "chargesCents", String.valueOf(s.charges().cents()));
        declared(data, words, "loanInstalmentsCents", String.valueOf(s.loanInstalments().cents()));
        declared(data, words, "existingDebtCents", String.valueOf(s.existingDebt().cents()));
        declared(data, words, "overIndebted", s.overIndebted() ? "yes" : "no");
        data.add(datum(words, "purpose", Codes.of(wish.purpose()), "origin.request"));
        data.add(datum(words, "ground", Codes.of(wish.ground()), "origin.request"));
        wish.borrowerRate()
                .ifPresent(rate -> data.add(datum(words, "borrowerRate", rate.toString(), "origin.request")));
        return data;
    }

    private static void declared(List<Datum> data, Sentences words, String name, String value) {
        data.add(datum(words, name, value, "origin.declared"));
    }

    private static Datum datum(Sentences words, String name, String value, String origin) {
        return new Datum(words.text("datum." + name), words.value(name, value), words.text(origin));
    }

    private static List<ParameterUse> parameters(Assessment a, Sentences words) {
        return a.automatic().outcomes().stream().flatMap(outcome -> used(outcome, a, words).stream()).toList();
    }

    private static Optional<ParameterUse> used(Outcome outcome, Assessment a, Sentences words) {
        return Optional.ofNullable(outcome.figures().get("reference")).map(value -> new ParameterUse(
                words.value("parameter", outcome.figures().get("parameter")), words.value("reference", value) + " €",
                words.date(a.wish().appliedOn()), outcome.figures().getOrDefault("parameterSource", "")));
    }
}
