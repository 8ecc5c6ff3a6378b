package fr.microcredit.observatory.release.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the facts say of a year, secrecy not applied.
 *
 * @param funnel   dossiers by stage, each counted in the year in which it came to that stage
 * @param loans    by the day of their disbursement
 * @param purposes of these loans
 * @param delays   median days between steps, by the day of the later one
 */
public record YearFigures(List<Counted> funnel, Lent loans, List<Counted> purposes, List<Counted> delays) {
    /** The stages of a dossier, the weightiest first: where two can not both be shown, it is the first that is. */
    public static final List<String> STAGES = List.of("disbursed", "submitted", "repaid", "accepted-by-bank",
            "approved-by-commission", "eligible", "opened", "transmitted", "withdrawn", "ineligible",
            "refused-by-bank", "refused-by-commission");
    /** What loans are for. */
    public static final List<String> PURPOSES = List.of("household-appliance", "rental-deposit", "driving-licence",
            "vehicle", "training", "removal", "computer", "health", "holiday", "debt-consolidation", "other");
    /** Between which stages time is measured. */
    public static final List<Step> STEPS = List.of(new Step("opened", "submitted"),
            new Step("submitted", "transmitted"),
            new Step("transmitted", "disbursed"), new Step("opened", "disbursed"));

    /** Two stages and the time between them. */
    public record Step(String from, String to) {
        public String name() {
            return from + "-to-" + to;
        }
    }

    /** What may be published: every line is there in every year, since a line that is missing would tell a zero. */
    public Release release(int year, Secrecy secrecy) {
        return new Release(year, secrecy.personsMin(), secrecy.nested(inOrder(STAGES, funnel)),
                Loans.of(loans, secrecy), secrecy.parts(inOrder(PURPOSES, purposes)),
                secrecy.alone(inOrder(STEPS.stream().map(Step::name).toList(), delays)));
    }

    private static List<Counted> inOrder(List<String> items, List<Counted> counts) {
        Map<String, Counted> known = counts.stream().collect(Collectors.toMap(Counted::item, Function.identity()));
        List<Counted> all = new ArrayList<>();
        items.forEach(item -> all.add(known.getOrDefault(item, Counted.nothing(item))));
        counts.stream().filter(count -> !items.contains(count.item())).forEach(all::add);
        return all;
    }
}
