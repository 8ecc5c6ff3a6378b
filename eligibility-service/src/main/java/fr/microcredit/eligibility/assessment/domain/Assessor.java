package fr.microcredit.eligibility.assessment.domain;

import java.util.List;
import java.util.stream.Stream;

import fr.microcredit.eligibility.assessment.domain.Findings.Collector;

/** Holds a request against every rule of its scheme; never only against the first that fails. */
public final class Assessor {
    private static final List<Rule> WHATEVER_THE_SIZE = Stream
            .of(RequestRules.ALL, PartnerRules.ALL, MeansRules.ALL, AidRules.ALL,
                    List.<Rule>of(RateRule::look, OpenRules::look))
            .flatMap(List::stream).toList();

    private Assessor() {
    }

    public static Findings assess(Case c) {
        Collector found = new Collector();
        look(WHATEVER_THE_SIZE, c, found);
        look(SizeRules.ALL, c, found);
        return found.done();
    }

    /** Whether some rule fails whatever amount and term are asked for. */
    static boolean failsAtAnySize(Case c) {
        Collector found = new Collector();
        look(WHATEVER_THE_SIZE, c, found);
        return found.fails();
    }

    /** Whether no rule on amount and term fails. */
    static boolean sizePasses(Case c) {
        Collector found = new Collector();
        look(SizeRules.ALL, c, found);
        return !found.fails();
    }

    private static void look(List<Rule> rules, Case c, Collector found) {
        for (Rule rule : rules) {
            rule.look(c, found);
        }
    }
}
