package fr.microcredit.intake.difficulty.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.difficulty.FollowDifficulty;
import fr.microcredit.intake.difficulty.domain.DifficultyRules;
import fr.microcredit.intake.difficulty.domain.Ladder.Answer;
import fr.microcredit.intake.difficulty.domain.Repayment.Due;
import fr.microcredit.intake.difficulty.domain.Repayment.Missed;
import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;

/** What the bank tells of a loan that it has paid out, and the support commission of what it was asked for. */
@ApplicationScoped
class DifficultyEvents implements EventHandlers {
    private final FollowDifficulty follow;

    DifficultyEvents(FollowDifficulty follow) {
        this.follow = follow;
    }

    record OnTable(InstalmentTable table) {
        List<Due> dues() {
            return table.lines().stream().map(line -> new Due(line.number(), line.dueOn(), line.payment())).toList();
        }
    }

    record MissedInstalment(int number, LocalDate dueOn, Money amount) {
    }

    record PaidInstalment(int number) {
    }

    record Corrected(int instalmentsPaid, int missedInstalments) {
    }

    record Answered(UUID requestId) {
    }

    /** What the envelope alone says ends it. */
    @Override
    public void register(Subscriptions to) {
        to.from("bank")
                .on("disbursed", OnTable.class,
                        (event, data) -> follow.paidOut(event.about(), data.dues(), event.on()))
                .on("instalment-missed", MissedInstalment.class, this::missed)
                .on("instalment-paid", PaidInstalment.class, (event, data) -> follow.happened(event.about(),
                        event.on(), loan -> DifficultyRules.paid(loan, data.number(), event.on())))
                .on("prepaid", OnTable.class, (event, data) -> follow.happened(event.about(), event.on(),
                        loan -> DifficultyRules.prepaid(loan, data.dues(), event.on())))
                .on("deferred", OnTable.class, (event, data) -> follow.happened(event.about(), event.on(),
                        loan -> DifficultyRules.deferred(loan, data.dues(), event.on())))
                .on("rescheduled", OnTable.class, (event, data) -> follow.happened(event.about(), event.on(),
                        loan -> DifficultyRules.rescheduled(loan, data.dues(), event.on())))
                .on("corrected", Corrected.class, (event, data) -> follow.corrected(event.about(), event.on(),
                        data.instalmentsPaid(), data.missedInstalments()))
                .on("accelerated", event -> follow.incident(event.about(), event.on(),
                        (loan, consents) -> DifficultyRules.accelerated(loan, consents, event.on())))
                .on("repaid-in-full", this::over).on("withdrawn", this::over).on("written-off", this::over);
        to.from("commission")
                .on("support-granted", Answered.class, (event, data) -> answered(event, data, true))
                .on("support-refused", Answered.class, (event, data) -> answered(event, data, false));
    }

    private Uni<Void> missed(ReceivedEvent event, MissedInstalment data) {
        Missed report = Missed.reported(data.number(), data.dueOn(), data.amount(), event.on());
        return follow.incident(event.about(), event.on(),
                (loan, consents) -> DifficultyRules.missed(loan, report, consents));
    }

    private Uni<Void> over(ReceivedEvent event) {
        return follow.happened(event.about(), event.on(), loan -> DifficultyRules.over(loan, event.on()));
    }

    private Uni<Void> answered(ReceivedEvent event, Answered data, boolean granted) {
        return follow.happened(event.about(), event.on(), loan -> DifficultyRules.supportAnswered(loan,
                data.requestId(), new Answer(granted, event.on())));
    }
}
