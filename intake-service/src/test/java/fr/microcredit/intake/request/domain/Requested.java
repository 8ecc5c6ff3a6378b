package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.money.Money;

/** Requests for tests. */
public final class Requested {
    public static final LocalDate ON = LocalDate.of(2008, 9, 15);
    static final Verbatim TERMS = new Verbatim("{}");

    static final Approval CONDITIONAL = Approval.under(List.of(Approval.Condition.PAYMENT_TO_SUPPLIER));

    static final Registration REGISTRATION = Registration.of(new FileNumber("DIJ", 2008, 42), "an-agent");

    private Requested() {
    }

    public static Request at(Stage stage, int revision, boolean approved) {
        About about = About.dossier(UUID.randomUUID(), new UUID(0, 1), "ccas-dijon");
        boolean sent = stage == Stage.TRANSMITTED || stage == Stage.AMENDED;
        return new Request(sent ? about.at("cm-dijon") : about, stage, revision, 1, ON,
                approved ? Optional.of(CONDITIONAL) : Optional.empty(),
                content(new Consents(Optional.of(ON), Optional.empty())), Optional.of(TERMS),
                List.of(), Optional.empty(), List.of(), 0, REGISTRATION, ON);
    }

    public static Content content(Consents consents) {
        LoanRequest request = new LoanRequest("dijon", "cm-dijon", Purpose.VEHICLE, "un scooter", Ground.NOT_ASKED,
                Money.ofEuros("2000"), 24, Optional.empty());
        Budget budget = new Budget(List.of(new Budget.Line("wages", Money.ofEuros("1100"))), List.of(), List.of(),
                true);
        Household household = new Household("21231", 1, List.of(LocalDate.of(2002, 3, 1)), Optional.empty());
        return new Content(Optional.of(household), Optional.of(budget), Optional.of(request), consents);
    }

    public static Applicant born(String date) {
        return new Applicant("Exemple", "Camille", LocalDate.parse(date), "1 rue des Exemples", "21000", "Dijon",
                Optional.empty(), Optional.empty());
    }
}
