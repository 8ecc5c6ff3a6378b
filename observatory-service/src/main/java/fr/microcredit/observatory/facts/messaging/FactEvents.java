package fr.microcredit.observatory.facts.messaging;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.kit.event.ReceivedEvent;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.reception.EventHandlers;
import fr.microcredit.kit.reception.Subscriptions;
import fr.microcredit.kit.reception.Subscriptions.From;
import fr.microcredit.observatory.facts.Facts;
import fr.microcredit.observatory.facts.domain.Learnt;

/** Which event says what of a dossier. */
@ApplicationScoped
class FactEvents implements EventHandlers {
    private static final String APPROVED = "approved-by-commission";
    private static final String REFUSED = "refused-by-commission";
    private static final String OUTCOME = "outcome";
    private static final String OUTSTANDING = "outstandingCents";

    private final Facts facts;

    FactEvents(Facts facts) {
        this.facts = facts;
    }

    /** What an assessment or a bank says; the steps of the funnel are named after it. */
    enum Verdict {
        ELIGIBLE, INELIGIBLE, NEEDS_HUMAN
    }

    enum Ruling {
        APPROVED, REFUSED, ADJOURNED
    }

    enum BankDecision {
        ACCEPTED, DISAGREED, REFUSED
    }

    record Asked(String schemeId, String purpose, Money amount) {
    }

    record Closed(String outcome) {
    }

    record Assessed(Verdict verdict) {
    }

    record Ruled(Ruling decision, Optional<UUID> replaces) {
    }

    record Upheld(LocalDate approvedOn) {
    }

    record Answered(BankDecision decision) {
    }

    record Disbursed(Terms terms) {
        record Terms(Money amount, int termMonths) {
        }
    }

    record Paid(Money outstanding) {
    }

    record Amount(Money amount) {
    }

    record Accrued(Money accrued) {
    }

    record Corrected(Money outstanding, int instalmentsPaid, int missedInstalments) {
    }

    record Base(Money base) {
    }

    record Debt(Money debt) {
    }

    record Called(Money base, Money bankKeeps) {
    }

    record Reserved(Money principal) {
    }

    @Override
    public void register(Subscriptions to) {
        requests(to.from("dossier"), to.from("eligibility"));
        to.from("commission").on("decided", Ruled.class, learn(FactEvents::ruled))
                .on("approval-upheld", Upheld.class, learn(FactEvents::upheld))
                .on("concertation-held", learn(known -> known.lastly("met")));
        loans(to.from("bank"));
        to.from("guarantee")
                .on("reserved", Reserved.class, learn((known, data) -> known.is("guaranteedCents", data.principal())))
                .on("subsidy-committed", Amount.class,
                        learn((known, data) -> known.is("subsidyCommittedCents", data.amount())))
                .on("subsidy-accrued", Accrued.class,
                        learn((known, data) -> known.is("subsidyAccruedCents", data.accrued())))
                .on("subsidy-reversed", learn(known -> known.is("subsidyAccruedCents", Money.ZERO)))
                .on("claim-accepted", Called.class, learn((known, data) -> known.lastly("claim-accepted")
                        .is("calledCents", data.base().minus(data.bankKeeps()))))
                .on("claim-rejected", learn(known -> known.lastly("claim-rejected")))
                .on("claim-paid", learn(known -> known.lastly("claim-paid").oneMore("claimPayments")))
                .on("rebate-ordered", Amount.class,
                        learn((known, data) -> known.is("rebateOrderedCents", data.amount())));
    }

    private void requests(From dossier, From eligibility) {
        dossier.on("opened", learn(known -> known.firstly("opened")))
                .on("submitted", Asked.class, learn((known, data) -> asked(known, data).firstly("submitted")))
                .on("amended", Asked.class, learn(FactEvents::asked))
                .on("transmitted", learn(known -> known.firstly("transmitted")))
                .on("withdrawn", learn(known -> known.lastly("withdrawn")))
                .on("closed", Closed.class, learn((known, data) -> known.is(OUTCOME, data.outcome())))
                .on("reopened", learn(known -> known.isNot(OUTCOME)));
        eligibility.on("assessed", Assessed.class, learn(FactEvents::assessed))
                .on("judged", Assessed.class, learn(FactEvents::assessed))
                .on("overridden", Assessed.class, learn(FactEvents::assessed))
                .on("confirmed", learn(known -> known.lastly("ineligible")));
    }

    private void loans(From bank) {
        offTheStraightWay(bank);
        bank.on("decided", Answered.class, learn(FactEvents::answered))
                .on("finalised", Answered.class, learn(FactEvents::answered))
                .on("contracted", learn(known -> known.lastly("contracted")))
                .on("disbursed", Disbursed.class, learn((known, data) -> known.lastly("disbursed")
                        .is("principalCents", data.terms().amount()).is("termMonths", data.terms().termMonths())
                        .is(OUTSTANDING, data.terms().amount())))
                .on("instalment-paid", Paid.class, learn((known, data) -> known.oneMore("instalmentsPaid")
                        .is(OUTSTANDING, data.outstanding())))
                .on("instalment-missed", learn(known -> known.oneMore("instalmentsMissed")))
                .on("withdrawn", learn(known -> known.is(OUTSTANDING, Money.ZERO).lastly("given-back")))
                .on("repaid-in-full", learn(known -> known.lastly("repaid")))
                .on("rebate-credited", Amount.class,
                        learn((known, data) -> known.is("rebateCreditedCents", data.amount())));
    }

    /** A loan that is paid otherwise than agreed, or not paid. */
    private void offTheStraightWay(From bank) {
        bank.on("payment-received", Paid.class, learn((known, data) -> known.is(OUTSTANDING, data.outstanding())))
                .on("prepaid", Paid.class, learn((known, data) -> known.lastly("prepaid").oneMore("prepayments")
                        .is(OUTSTANDING, data.outstanding())))
                .on("deferred", Paid.class, learn((known, data) -> known.lastly("deferred").oneMore("deferrals")
                        .is(OUTSTANDING, data.outstanding())))
                .on("rescheduled", Paid.class, learn((known, data) -> known.lastly("rescheduled")
                        .is(OUTSTANDING, data.outstanding())))
                .on("corrected", Corrected.class, learn((known, data) -> known.is(OUTSTANDING, data.outstanding())
                        .is("instalmentsPaid", data.instalmentsPaid())
                        .is("instalmentsMissed", data.missedInstalments())))
                .on("accelerated", Paid.class, learn((known, data) -> known.lastly("accelerated")
                        .is(OUTSTANDING, data.outstanding())))
                .on("claim-filed", Base.class, learn((known, data) -> known.lastly("claimed")
                        .is("claimedCents", data.base())))
                .on("recovery-received", Debt.class, learn((known, data) -> known.lastly("recovered")
                        .oneMore("recoveries").is("debtCents", data.debt())))
                .on("written-off", Amount.class, learn((known, data) -> known.lastly("written-off")
                        .is("writtenOffCents", data.amount()).is(OUTSTANDING, Money.ZERO)));
    }

    private static Learnt asked(Learnt known, Asked data) {
        return known.is("schemeId", data.schemeId()).is("purpose", data.purpose()).is("requestedCents", data.amount());
    }

    private static Learnt assessed(Learnt known, Assessed data) {
        return data.verdict() == Verdict.ELIGIBLE ? known.firstly("eligible") : known;
    }

    private static Learnt ruled(Learnt known, Ruled data) {
        return switch (data.decision()) {
            case APPROVED -> data.replaces().isPresent()
                    ? known.lastly(APPROVED).isNot(REFUSED)
                    : known.firstly(APPROVED);
            case REFUSED -> data.replaces().isPresent()
                    ? known.lastly(REFUSED).isNot(APPROVED)
                    : known.lastly(REFUSED);
            case ADJOURNED -> known;
        };
    }

    /** A refusal in its place came too late: the approval counts on its own day again. */
    private static Learnt upheld(Learnt known, Upheld data) {
        return known.is(APPROVED, data.approvedOn()).isNot(REFUSED);
    }

    private static Learnt answered(Learnt known, Answered data) {
        return switch (data.decision()) {
            case ACCEPTED -> known.firstly("accepted-by-bank");
            case DISAGREED -> known.firstly("disagreed");
            case REFUSED -> known.lastly("refused-by-bank");
        };
    }

    private Function<ReceivedEvent, Uni<Void>> learn(UnaryOperator<Learnt> reading) {
        return event -> facts.learn(reading.apply(Learnt.of(event.about(), event.on())));
    }

    private <T> BiFunction<ReceivedEvent, T, Uni<Void>> learn(BiFunction<Learnt, T, Learnt> reading) {
        return (event, data) -> facts.learn(reading.apply(Learnt.of(event.about(), event.on()), data));
    }
}
