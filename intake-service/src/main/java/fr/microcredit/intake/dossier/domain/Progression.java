package fr.microcredit.intake.dossier.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one table of what a report makes of a dossier. A report that finds no line for the dossier's stage has come before
 * what it builds on, since order across topics is never assumed: it waits.
 */
public final class Progression {
    private static final Map<Step, Map<Stage, Stage>> TABLE = new EnumMap<>(Step.class);

    static {
        line(Step.FOUND_ELIGIBLE, Stage.ELIGIBLE, Stage.SUBMITTED, Stage.NEEDS_JUDGEMENT, Stage.AMENDED,
                Stage.FOUND_INELIGIBLE);
        line(Step.FOUND_TO_JUDGE, Stage.NEEDS_JUDGEMENT, Stage.SUBMITTED, Stage.NEEDS_JUDGEMENT, Stage.AMENDED,
                Stage.FOUND_INELIGIBLE);
        line(Step.FOUND_INELIGIBLE, Stage.FOUND_INELIGIBLE, Stage.SUBMITTED, Stage.NEEDS_JUDGEMENT, Stage.AMENDED,
                Stage.FOUND_INELIGIBLE);
        line(Step.INELIGIBILITY_CONFIRMED, Stage.INELIGIBLE, Stage.FOUND_INELIGIBLE);
        line(Step.APPROVED, Stage.APPROVED, Stage.ELIGIBLE);
        line(Step.REFUSED, Stage.REFUSED, Stage.ELIGIBLE);
        line(Step.ADJOURNED, Stage.ELIGIBLE, Stage.ELIGIBLE);
        line(Step.BANK_ACCEPTED, Stage.BANK_ACCEPTED, Stage.TRANSMITTED, Stage.BANK_ACCEPTED, Stage.CONCERTED,
                Stage.CONTRACTED);
        line(Step.BANK_DISAGREED, Stage.BANK_DISAGREED, Stage.TRANSMITTED, Stage.BANK_ACCEPTED, Stage.CONTRACTED);
        line(Step.MEETING_CHANGED_NOTHING, Stage.CONCERTED, Stage.BANK_DISAGREED);
        line(Step.MEETING_CHANGED_REQUEST, Stage.AMENDED, Stage.BANK_DISAGREED, Stage.FOUND_INELIGIBLE);
        line(Step.BANK_REFUSED, Stage.BANK_REFUSED, Stage.CONCERTED, Stage.TRANSMITTED);
        line(Step.CONTRACTED, Stage.CONTRACTED, Stage.BANK_ACCEPTED);
        line(Step.DISBURSED, Stage.DISBURSED, Stage.CONTRACTED);
        line(Step.REPAID, Stage.REPAID, Stage.DISBURSED);
    }

    private Progression() {
    }

    private static void line(Step step, Stage to, Stage... from) {
        Map<Stage, Stage> row = new EnumMap<>(Stage.class);
        for (Stage stage : from) {
            row.put(stage, to);
        }
        TABLE.put(step, row);
    }

    /** The dossier after the report and the events that follow from it; empty when the report came too early. */
    public static Optional<Decision.Accepted> apply(Dossier dossier, Report report) {
        boolean outdated = report.revision() != 0 && report.revision() < dossier.revision();
        if (report.step() == Step.NOTED || dossier.stage().isFinal() || outdated) {
            return Optional.of(unchanged(dossier));
        }
        Stage next = TABLE.get(report.step()).get(dossier.stage());
        if (next == null || report.revision() > dossier.revision()) {
            return Optional.empty();
        }
        return Optional.of((Decision.Accepted) consequences(dossier.at(next), report));
    }

    private static Decision.Accepted unchanged(Dossier dossier) {
        return new Decision.Accepted(dossier, java.util.List.of());
    }

    private static Decision consequences(Dossier dossier, Report report) {
        Dossier known = report.terms().map(dossier::onTerms).orElse(dossier);
        return switch (report.step()) {
            case FOUND_ELIGIBLE -> known.approved() ? send(known, report) : unchanged(known);
            case APPROVED -> send(known.withApproval(), report);
            case INELIGIBILITY_CONFIRMED -> closed(known, "ineligible", report);
            case REFUSED -> closed(known, "refused-by-commission", report);
            case REPAID -> closed(known, "repaid", report);
            case MEETING_CHANGED_REQUEST -> amended(known, report);
            default -> unchanged(known);
        };
    }

    /** Without the applicant's consent the file stays where it is until an agent has it and sends it. */
    private static Decision send(Dossier approved, Report report) {
        return approved.content().consents().allowTransmission(report.on())
                ? Desk.transmitted(approved, report.on())
                : unchanged(approved.at(Stage.APPROVED));
    }

    private static Decision closed(Dossier dossier, String outcome, Report report) {
        return Decision.accepted(dossier, new DossierEvent.Closed(dossier, outcome, report.on()));
    }

    private static Decision amended(Dossier dossier, Report report) {
        LoanRequest changed = dossier.request().changedTo(report.amount().orElseThrow(), report.months().orElseThrow());
        Dossier amended = dossier.with(dossier.content().withRequest(changed)).revised(dossier.revision() + 1,
                dossier.situationRevision());
        return Decision.accepted(amended, new DossierEvent.Amended(amended, report.on()));
    }
}
