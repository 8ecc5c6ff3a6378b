package fr.microcredit.intake.dossier.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import fr.microcredit.intake.dossier.domain.Decision.Fault;
import fr.microcredit.intake.dossier.domain.Decision.Refusal;

/** What an office may do with a dossier, and when. */
public final class Desk {
    private Desk() {
    }

    public static Decision open(Dossier fresh) {
        return Decision.accepted(fresh, new DossierEvent.Opened(fresh, fresh.openedOn()));
    }

    /** Only the draft can be rewritten: afterwards others have decided on what it says. */
    public static Decision change(Dossier dossier, Content content) {
        return dossier.stage() == Stage.DRAFT
                ? Decision.accepted(dossier.with(content))
                : Decision.refused(Refusal.WRONG_STAGE);
    }

    /** @param commandable what the catalogue says against scheme and bank of the request */
    public static Decision submit(Dossier dossier, Applicant applicant, List<Fault> commandable, LocalDate on) {
        if (dossier.stage() != Stage.DRAFT) {
            return Decision.refused(Refusal.WRONG_STAGE);
        }
        List<Fault> faults = new ArrayList<>(missing(dossier.content(), on));
        faults.addAll(commandable);
        if (!faults.isEmpty()) {
            return new Decision.Refused(Refusal.INCOMPLETE, faults);
        }
        Dossier submitted = dossier.at(Stage.SUBMITTED).revised(1, 1);
        return Decision.accepted(submitted, new DossierEvent.SituationDeclared(submitted, on),
                new DossierEvent.Submitted(submitted, bands(submitted, applicant, on), on));
    }

    private static List<Fault> missing(Content content, LocalDate on) {
        List<Fault> faults = new ArrayList<>();
        if (content.household().isEmpty()) {
            faults.add(new Fault("/household", "required"));
        }
        if (content.budget().isEmpty()) {
            faults.add(new Fault("/budget", "required"));
        }
        if (content.request().isEmpty()) {
            faults.add(new Fault("/request", "required"));
        }
        if (!content.consents().allowTransmission(on)) {
            faults.add(new Fault("/consents/transmission", "required"));
        }
        return faults;
    }

    private static Bands bands(Dossier dossier, Applicant applicant, LocalDate on) {
        return Bands.of(applicant.birthDate(), dossier.content().household().orElseThrow(),
                dossier.content().budget().orElseThrow().totalResources(), on);
    }

    public static Decision withdraw(Dossier dossier, String reason, LocalDate on) {
        if (!dossier.stage().isBeforeTransmission()) {
            return Decision.refused(Refusal.WRONG_STAGE);
        }
        Dossier withdrawn = dossier.at(Stage.WITHDRAWN);
        return Decision.accepted(withdrawn, new DossierEvent.Withdrawn(withdrawn, reason, on));
    }

    /**
     * A named agent sends the file to the bank: where the scheme has no commission this act takes its place (domain.md
     * A.5), elsewhere it needs the commission's approval.
     */
    public static Decision transmit(Dossier dossier, boolean commissionRequired, LocalDate on) {
        boolean ready = dossier.stage() == Stage.APPROVED
                || dossier.stage() == Stage.ELIGIBLE && !commissionRequired;
        if (!ready) {
            return Decision.refused(Refusal.WRONG_STAGE);
        }
        if (!dossier.content().consents().allowTransmission(on)) {
            return Decision.refused(Refusal.NO_CONSENT, new Fault("/consents/transmission", "required"));
        }
        return transmitted(dossier.withApproval(), on);
    }

    static Decision transmitted(Dossier approved, LocalDate on) {
        Dossier sent = approved.at(Stage.TRANSMITTED);
        return Decision.accepted(sent, new DossierEvent.IdentityDisclosed(sent, on),
                new DossierEvent.Transmitted(sent, on));
    }
}
