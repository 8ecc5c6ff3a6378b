package fr.microcredit.eligibility.assessment.messaging;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.AssessmentPublisher;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.FrozenTerms;
import fr.microcredit.eligibility.assessment.domain.Outcome;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.eligibility.scheme.domain.SupportClauses;
import fr.microcredit.kit.event.OutgoingEvent;
import fr.microcredit.kit.outbox.Outbox;

/** Publishes outcomes by code and the frozen terms; the figures of the person stay behind this service's API. */
@ApplicationScoped
class AssessmentEventWriter implements AssessmentPublisher {
    private static final String PREFIX = "fr.microcredit.eligibility.";

    private final Outbox outbox;

    AssessmentEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    record Result(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            UUID assessmentId,
            String schemeId, String schemeVersion, String verdict, String purpose, List<RuleOutcome> outcomes,
            Terms terms, Optional<String> rule, Optional<String> judgement) {
    }

    record RuleOutcome(String rule, String outcome, String code) {
        static RuleOutcome of(Outcome outcome) {
            return new RuleOutcome(outcome.rule(), outcome.result().code(), outcome.code());
        }
    }

    record Terms(String schemeId, String schemeVersion, long amountCents, int termMonths, String borrowerRate,
            String bankRate, String commission, long personCapCents, int reservationDays, List<Share> guarantees,
            Optional<Subsidy> subsidy, Optional<Rebate> rebate) {
    }

    record Share(String guarantor, String share) {
    }

    record Subsidy(String method, String earlyEnd) {
    }

    record Rebate(String fraction, boolean noUnpaid, boolean noDelay, boolean onRequest,
            Optional<Integer> cureDays) {
    }

    record Confirmed(UUID dossierId, String officeId, UUID personId, LocalDate effectiveOn, int revision,
            UUID assessmentId, List<String> codes) {
    }

    @Override
    public Uni<Void> assessed(Assessment assessment, FrozenTerms terms) {
        return append("assessed", assessment,
                result(assessment, terms, assessment.on(), Optional.empty(), Optional.empty()));
    }

    @Override
    public Uni<Void> judged(Assessment assessment, FrozenTerms terms, String rule, LocalDate on) {
        Optional<String> judgement = assessment.outcome(rule).map(outcome -> outcome.result().code());
        return append("judged", assessment, result(assessment, terms, on, Optional.of(rule), judgement));
    }

    @Override
    public Uni<Void> overridden(Assessment assessment, FrozenTerms terms, String rule, LocalDate on) {
        return append("overridden", assessment, result(assessment, terms, on, Optional.of(rule), Optional.empty()));
    }

    @Override
    public Uni<Void> confirmed(Assessment a, LocalDate on) {
        List<String> failed = a.outcomes().stream().filter(outcome -> outcome.result() == Outcome.Result.FAIL)
                .filter(outcome -> !outcome.isSensitive()).map(Outcome::rule).toList();
        return append("confirmed", a,
                new Confirmed(a.dossierId(), a.officeId(), a.personId(), on, a.revision(), a.id(), failed));
    }

    private Uni<Void> append(String name, Assessment assessment, Object data) {
        return outbox.append(new OutgoingEvent(PREFIX + name, assessment.dossierId().toString(), data));
    }

    private static Result result(Assessment a, FrozenTerms terms, LocalDate on, Optional<String> rule,
            Optional<String> judgement) {
        return new Result(a.dossierId(), a.officeId(), a.personId(), on, a.revision(), a.id(), a.wish().schemeId(),
                a.basis().schemeVersion(), a.verdict().code(), a.wish().purpose(),
                a.outcomes().stream().filter(outcome -> !outcome.isSensitive()).map(RuleOutcome::of).toList(),
                terms(terms), rule, judgement);
    }

    /** Only versions without open rules are published, and only published ones are applied to dossiers. */
    private static Terms terms(FrozenTerms frozen) {
        Scheme scheme = frozen.scheme();
        SupportClauses support = scheme.support();
        return new Terms(scheme.schemeId(), scheme.version(), frozen.amount().cents(), frozen.months(),
                scheme.loan().borrowerRate().required().highest().toString(),
                scheme.loan().bankRate().required().toPlainString(),
                scheme.decision().commission().required().body().name().toLowerCase(Locale.ROOT),
                scheme.access().personCapCents().required(), support.reservationDays().required(),
                support.guarantees().stated().orElse(List.of()).stream()
                        .map(each -> new Share(each.guarantor(), each.share().toPlainString())).toList(),
                support.subsidy().stated().map(each -> new Subsidy(each.method(), each.earlyEnd())),
                support.rebate().stated().map(each -> new Rebate(each.fraction().toPlainString(), each.noUnpaid(),
                        each.noDelay(), each.onRequest(), each.cureDays())));
    }
}
