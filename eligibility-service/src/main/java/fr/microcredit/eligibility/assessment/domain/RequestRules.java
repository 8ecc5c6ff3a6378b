package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;
import fr.microcredit.eligibility.parameter.domain.ParameterName;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.AdmittedPurpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Policy;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purposes;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Residence;
import fr.microcredit.eligibility.scheme.domain.Clause;
import fr.microcredit.eligibility.scheme.domain.Clause.State;
import fr.microcredit.kit.domain.Codes;

/** Rules on who asks, where and for what. */
final class RequestRules {
    static final List<Rule> ALL = List.of(RequestRules::adult, RequestRules::residence, RequestRules::purpose,
            RequestRules::judgedPurpose,
            RequestRules::ground, RequestRules::difficulty, RequestRules::personalGuarantor);
    private static final String ADULT = "adult";
    private static final String RESIDENCE = "residence";
    private static final String PURPOSE = "purpose";

    private RequestRules() {
    }

    /** Who is under age signs no contract alone; an emancipated minor does, and a person judges (domain.md A.19). */
    private static void adult(Case c, Collector found) {
        c.situation().age().ifPresent(age -> c.parameters()
                .on(ParameterName.AGE_OF_MAJORITY, c.wish().appliedOn()).ifPresent(majority -> {
                    Map<String, String> figures = Map.of("age", String.valueOf(age), "majority",
                            majority.value().toPlainString());
                    found.add(age >= majority.value().intValueExact()
                            ? Outcome.pass(ADULT, figures, majority.source())
                            : Outcome.needsHuman(ADULT, "under-age", figures, majority.source()));
                }));
    }

    private static void residence(Case c, Collector found) {
        Clause<Residence> clause = c.scheme().access().residence();
        Rule.apply(clause, found, rule -> {
            String commune = c.situation().commune();
            Map<String, String> figures = Map.of("commune", commune, "minMonths", String.valueOf(rule.minMonths()));
            return c.scheme().territory().covers(commune)
                    ? longEnough(rule.minMonths(), c, figures, clause.source())
                    : Outcome.fail(RESIDENCE, "outside-the-territory", figures, clause.source());
        });
    }

    private static Outcome longEnough(int minMonths, Case c, Map<String, String> figures, String source) {
        if (minMonths > 0 && c.situation().residenceMonths().isEmpty()) {
            return Outcome.needsHuman(RESIDENCE, "residence-time-unknown", figures, source);
        }
        int months = c.situation().residenceMonths().orElse(0);
        return Outcome.passIf(months >= minMonths, RESIDENCE, "residence-too-short", figures, source);
    }

    private static void purpose(Case c, Collector found) {
        Clause<Purposes> clause = c.scheme().access().purposes();
        Rule.apply(clause, found, rule -> {
            Purpose asked = c.wish().purpose();
            Map<String, String> figures = Map.of(PURPOSE, Codes.of(asked));
            if (rule.excluded().contains(asked)) {
                return Outcome.fail(PURPOSE, "excluded", figures, clause.source());
            }
            boolean admitted = rule.policy() == Policy.UNIVERSAL || rule.find(asked).isPresent();
            return Outcome.passIf(admitted, PURPOSE, "not-on-the-list", figures, clause.source());
        });
    }

    /** What only a person can judge, such as whether a vehicle is necessary for professional inclusion. */
    private static void judgedPurpose(Case c, Collector found) {
        Clause<Purposes> clause = c.scheme().access().purposes();
        clause.stated().ifPresent(rule -> {
            Optional<String> ofThisPurpose = rule.find(c.wish().purpose()).flatMap(AdmittedPurpose::judged);
            Stream.concat(rule.judged().stream(), ofThisPurpose.stream()).distinct()
                    .forEach(question -> found.add(Rule.toBeJudged(question, clause.source())));
        });
    }

    private static void ground(Case c, Collector found) {
        Ground asked = c.wish().ground();
        Rule.apply(c.scheme().access().grounds(), found,
                rule -> Outcome.passIf(rule.accepted().contains(asked), "ground", "not-accepted",
                        Map.of("ground", Codes.of(asked)), c.scheme().access().grounds().source()));
    }

    private static void difficulty(Case c, Collector found) {
        Clause<Boolean> clause = c.scheme().access().difficulty();
        if (clause.is(State.JUDGED)) {
            found.add(Rule.toBeJudged(clause.question().orElseThrow(), clause.source()));
        }
    }

    /** A surety is a person's promise, which no figure shows. */
    private static void personalGuarantor(Case c, Collector found) {
        Clause<Boolean> clause = c.scheme().loan().personalGuarantor();
        if (clause.stated().orElse(false)) {
            found.add(Rule.toBeJudged("personal-guarantor", clause.source()));
        }
    }
}
