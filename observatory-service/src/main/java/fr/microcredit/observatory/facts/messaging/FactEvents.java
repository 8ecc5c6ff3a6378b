package fr.microcredit.observatory.facts.messaging;

import java.util.Map;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.kit.inbox.EventHandlers;
import fr.microcredit.kit.inbox.Reception;
import fr.microcredit.kit.inbox.Subscriptions;
import fr.microcredit.observatory.facts.LearnFact;
import fr.microcredit.observatory.facts.domain.FactChange;
import fr.microcredit.observatory.facts.domain.FactField;

/** Which event says what of a dossier. Every event counts by itself, so that no order across topics is needed. */
@ApplicationScoped
class FactEvents implements EventHandlers {
    private static final String PREFIX = "fr.microcredit.";
    private static final Map<String, FactField> COMMISSION = Map.of("approved", FactField.APPROVED_ON, "refused",
            FactField.COMMISSION_REFUSED_ON);
    private static final Map<String, FactField> BANK = Map.of("accepted", FactField.ACCEPTED_ON, "disagreed",
            FactField.DISAGREED_ON, "refused", FactField.BANK_REFUSED_ON);

    private final LearnFact learn;

    FactEvents(LearnFact learn) {
        this.learn = learn;
    }

    @Override
    public void register(Subscriptions to) {
        requests(to);
        decisions(to);
        loans(to);
        guarantees(to);
    }

    private void requests(Subscriptions to) {
        date(to, "dossier.opened", FactField.OPENED_ON);
        on(to, "dossier.submitted", Wire.Asked.class,
                (fact, event) -> asked(fact, event).with(FactField.SUBMITTED_ON, event.effectiveOn()));
        on(to, "dossier.amended", Wire.Asked.class, FactEvents::asked);
        date(to, "dossier.transmitted", FactField.TRANSMITTED_ON);
        date(to, "dossier.withdrawn", FactField.WITHDRAWN_ON);
        on(to, "eligibility.assessed", Wire.Assessed.class, FactEvents::assessed);
        on(to, "eligibility.judged", Wire.Assessed.class, FactEvents::assessed);
        on(to, "eligibility.overridden", Wire.Assessed.class, FactEvents::assessed);
        date(to, "eligibility.confirmed", FactField.INELIGIBLE_ON);
    }

    private void decisions(Subscriptions to) {
        on(to, "commission.decided", Wire.Decided.class, (fact, event) -> dated(fact, event, COMMISSION));
        date(to, "commission.concertation-held", FactField.MET_ON);
        on(to, "bank.decided", Wire.Decided.class, (fact, event) -> dated(fact, event, BANK));
        on(to, "bank.finalised", Wire.Decided.class, (fact, event) -> dated(fact, event, BANK));
    }

    private void loans(Subscriptions to) {
        date(to, "bank.contracted", FactField.CONTRACTED_ON);
        on(to, "bank.disbursed", Wire.Disbursed.class,
                (fact, event) -> fact.with(FactField.DISBURSED_ON, event.effectiveOn())
                        .with(FactField.PRINCIPAL_CENTS, event.terms().amountCents())
                        .with(FactField.TERM_MONTHS, event.terms().termMonths())
                        .with(FactField.OUTSTANDING_CENTS, event.terms().amountCents()));
        on(to, "bank.instalment-paid", Wire.Instalment.class,
                (fact, event) -> fact.with(FactField.INSTALMENTS_PAID, 1).with(FactField.OUTSTANDING_CENTS,
                        event.outstandingCents()));
        on(to, "bank.instalment-missed", Wire.Instalment.class,
                (fact, event) -> fact.with(FactField.INSTALMENTS_MISSED, 1));
        date(to, "bank.repaid-in-full", FactField.REPAID_ON);
        amount(to, "bank.rebate-credited", FactField.REBATE_CREDITED_CENTS);
    }

    private void guarantees(Subscriptions to) {
        on(to, "guarantee.reserved", Wire.Reserved.class,
                (fact, event) -> fact.with(FactField.GUARANTEED_CENTS, event.principalCents()));
        amount(to, "guarantee.subsidy-committed", FactField.SUBSIDY_COMMITTED_CENTS);
        on(to, "guarantee.subsidy-accrued", Wire.Accrued.class,
                (fact, event) -> fact.with(FactField.SUBSIDY_ACCRUED_CENTS, event.accruedCents()));
        amount(to, "guarantee.rebate-ordered", FactField.REBATE_ORDERED_CENTS);
    }

    private static FactChange asked(FactChange fact, Wire.Asked event) {
        return fact.with(FactField.SCHEME_ID, event.schemeId()).with(FactField.PURPOSE, event.purpose())
                .with(FactField.REQUESTED_CENTS, event.amountCents());
    }

    private static FactChange assessed(FactChange fact, Wire.Assessed event) {
        return event.verdict().equals("eligible") ? fact.with(FactField.ELIGIBLE_ON, event.effectiveOn()) : fact;
    }

    private static FactChange dated(FactChange fact, Wire.Decided event, Map<String, FactField> fields) {
        FactField field = fields.get(event.decision());
        return field == null ? fact : fact.with(field, event.effectiveOn());
    }

    private void date(Subscriptions to, String type, FactField field) {
        on(to, type, Wire.Plain.class, (fact, event) -> fact.with(field, event.effectiveOn()));
    }

    private void amount(Subscriptions to, String type, FactField field) {
        on(to, type, Wire.Amount.class, (fact, event) -> fact.with(field, event.amountCents()));
    }

    private <T extends Wire.Event> void on(Subscriptions to, String type, Class<T> wire,
            BiFunction<FactChange, T, FactChange> reading) {
        to.on(PREFIX + type, 1, wire,
                (event, data) -> learn
                        .handle(reading.apply(FactChange.of(data.dossierId(), data.officeId(), data.personId()), data))
                        .replaceWith(Reception.APPLIED));
    }
}
