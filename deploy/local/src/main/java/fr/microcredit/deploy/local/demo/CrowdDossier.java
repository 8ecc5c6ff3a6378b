package fr.microcredit.deploy.local.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of the background's dossiers; its number decides what becomes of it. */
final class CrowdDossier {
    static final String DIJON = "ccas-dijon";

    private static final List<String> OFFICES = List.of(DIJON, "udaf-poitiers", "ccas-poitiers");
    /** Some often enough that their yearly cells may be shown, some too rare. */
    private static final List<String> DIJON_PURPOSES = List.of("household-appliance", "household-appliance",
            "household-appliance", "rental-deposit");
    private static final List<String> REGION_PURPOSES = List.of("vehicle", "household-appliance", "vehicle",
            "driving-licence", "vehicle");
    private static final int VARIETY = 10;
    private static final int FATES = 16;
    private static final int LATE_INSTALMENT = 3;
    private static final int LATE_DAYS = 20;

    private final Stage stage;
    private final int number;
    private final Runnable ended;
    private final String office;
    private final Fate fate;
    private Dossier dossier;

    private enum Fate {
        INELIGIBLE, WITHDRAWN, REFUSED, DISAGREED, LATE, REPAID
    }

    /** @param ended told once, when nothing more will happen */
    CrowdDossier(Stage stage, int number, Runnable ended) {
        this.stage = stage;
        this.number = number;
        this.ended = ended;
        this.office = OFFICES.get(number % OFFICES.size());
        this.fate = fate(number % FATES);
    }

    private static Fate fate(int draw) {
        return draw < Fate.REPAID.ordinal() ? Fate.values()[draw] : Fate.REPAID;
    }

    private boolean isDijon() {
        return office.equals(DIJON);
    }

    void plan(LocalDate first) {
        on(first, () -> submit(first));
        if (fate == Fate.INELIGIBLE) {
            last(first.plusDays(1), () -> dossier.confirmIneligible(first.plusDays(1)));
        } else if (fate == Fate.WITHDRAWN || fate == Fate.REFUSED && !isDijon()) {
            last(first.plusDays(3), () -> dossier.intake("/withdrawal",
                    Map.of("reason", "other-aid", "effectiveOn", first.plusDays(3).toString())));
        } else if (fate == Fate.REFUSED) {
            last(first.plusDays(8), () -> dossier.awaitStage("refused"));
        } else {
            planBank(first.plusDays(8));
        }
    }

    private void submit(LocalDate day) {
        dossier = Dossier.submitted(stage.api(), office,
                Persons.numbered(number, isDijon() ? "21000" : "86000", isDijon() ? "Dijon" : "Poitiers"), household(),
                wish(), day);
        Expect.equal("verdict of the background's dossier " + number,
                fate == Fate.INELIGIBLE ? "ineligible" : "eligible", dossier.assessment(1).text("verdict"));
        dossier.awaitStage(fate == Fate.INELIGIBLE ? "found-ineligible" : "eligible");
    }

    private Household household() {
        return new Household(isDijon() ? "21231" : "86194", 1 + number % 2, List.of(), 90_000 + number % 7 * 2_500L,
                30_000 + number % 5 * 1_000L);
    }

    private Wish wish() {
        long amount = fate == Fate.INELIGIBLE ? 25_000 : 40_000 + number % 17 * 5_000L;
        int months = 6 + number % 5;
        return isDijon()
                ? new Wish("dijon", "cm-dijon", purpose(DIJON_PURPOSES), "équipement", "refused-ordinary-loan",
                        amount, months)
                : new Wish("poitou-charentes", "ce-poitou", purpose(REGION_PURPOSES),
                        "projet", "aid-insufficient", amount, months);
    }

    private String purpose(List<String> purposes) {
        return purposes.get(number / VARIETY % purposes.size());
    }

    /** What the commission is to say, where it is asked. */
    Optional<Commission.Ruling> ruling() {
        if (!isDijon() || fate == Fate.INELIGIBLE || fate == Fate.WITHDRAWN) {
            return Optional.empty();
        }
        return Optional.of(fate == Fate.REFUSED
                ? Commission.Ruling.refused(dossier, "other-aid-possible")
                : Commission.Ruling.approved(dossier));
    }

    private void planBank(LocalDate day) {
        if (!isDijon()) {
            on(day.minusDays(1),
                    () -> dossier.intake("/transmission", Map.of("effectiveOn", day.minusDays(1).toString())));
        }
        if (fate == Fate.DISAGREED) {
            on(day, () -> decide("/decision", "disagreed", day));
            on(day.plusDays(2), () -> dossier.waiveMeeting(day.plusDays(2)));
            last(day.plusDays(3), () -> decide("/final-decision", "refused", day.plusDays(3)));
            return;
        }
        on(day, () -> lend(day));
        on(day.plusDays(9), () -> disburse(day.plusDays(9)));
    }

    private void decide(String act, String decision, LocalDate day) {
        dossier.awaitFile(act.equals("/decision") ? "decide" : "decide-finally");
        dossier.bankDecides(act, decision, day);
    }

    private void lend(LocalDate day) {
        decide("/decision", "accepted", day);
        dossier.awaitFile("report-contract");
        LocalDate firstDue = day.plusMonths(2).withDayOfMonth(5);
        dossier.bankActs("/contract", Map.of("signedOn", day.toString(), "firstDueOn", firstDue.toString()));
    }

    private void disburse(LocalDate day) {
        dossier.bankActs("/disbursement", Map.of("disbursedOn", day.toString()));
        stage.lent().add(day, wish().amountCents());
        Loan loan = Loan.of(dossier);
        for (Loan.Line line : loan.schedule()) {
            LocalDate due = line.dueOn();
            boolean late = fate == Fate.LATE && line.number() == LATE_INSTALMENT;
            if (late) {
                on(due, () -> loan.miss(line.number(), due));
            }
            LocalDate paid = late ? due.plusDays(LATE_DAYS) : due;
            if (line.number() == loan.last().number()) {
                last(paid, () -> loan.pay(line.number(), paid));
            } else {
                on(paid, () -> loan.pay(line.number(), paid));
            }
        }
    }

    private void on(LocalDate day, Runnable act) {
        stage.calendar().crowd(day, act);
    }

    private void last(LocalDate day, Runnable act) {
        on(day, () -> {
            act.run();
            ended.run();
        });
    }
}
