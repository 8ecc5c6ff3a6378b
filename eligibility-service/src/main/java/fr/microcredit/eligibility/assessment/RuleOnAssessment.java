package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.AssessmentActs;
import fr.microcredit.eligibility.assessment.domain.AssessmentEvent;
import fr.microcredit.eligibility.assessment.domain.AssessmentRules;
import fr.microcredit.eligibility.assessment.domain.Outcome.Result;
import fr.microcredit.eligibility.scheme.domain.DecisionClauses.Override;
import fr.microcredit.kit.act.Acts;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.http.Act;
import fr.microcredit.kit.sql.Locks;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.tenancy.Actor;

/**
 * A named person judges what no rule can decide, sets a failed rule aside where the scheme allows it, or confirms that a
 * request does not fit: no automatic result refuses anybody.
 */
@ApplicationScoped
public class RuleOnAssessment {
    private final Acts acts;
    private final Assessments assessments;
    private final AssessmentInputs inputs;

    RuleOnAssessment(Acts acts, Assessments assessments, AssessmentInputs inputs) {
        this.acts = acts;
        this.assessments = assessments;
        this.inputs = inputs;
    }

    /**
     * A rule and why a person decides on it.
     *
     * @param grounds in the person's words; they stay here
     */
    public record Reasoned(String rule, String grounds) {
    }

    public Uni<Kept<Assessment>> judge(Act act, UUID dossierId, Result judgement, Reasoned why) {
        act.noting("rule", why.rule()).noting("judgement", judgement.name());
        return newest(act, dossierId, (found, on) -> Uni.createFrom()
                .item(AssessmentRules.judge(found, why.rule(), judgement, on)))
                .call(kept -> keepGrounds(act, kept, why));
    }

    public Uni<Kept<Assessment>> override(Act act, UUID dossierId, Reasoned why) {
        act.noting("rule", why.rule());
        return newest(act, dossierId, (found, on) -> allowed(found)
                .map(allowed -> AssessmentRules.override(found, why.rule(), allowed, on)))
                .call(kept -> keepGrounds(act, kept, why));
    }

    /** Rules that the scheme lets a person set aside. */
    private Uni<List<String>> allowed(Assessment assessment) {
        return inputs.schemeOf(assessment)
                .map(scheme -> scheme.decision().override().stated().map(Override::rules).orElse(List.of()));
    }

    /**
     * What can be made of the newest assessment as it stands.
     *
     * @param key of any assessment of the request; empty where it is none of this actor's
     */
    public Uni<Optional<List<AssessmentActs.Act>>> possible(Actor actor, String key) {
        return assessments.newest(Assessment.dossierOf(key)).chain(found -> found.map(Kept::state)
                .filter(newest -> newest.tenant().equals(actor.tenantId()))
                .map(newest -> allowed(newest).map(allowed -> Optional.of(AssessmentActs.of(newest, allowed))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Once: an act that found it done already has judged nothing. */
    private Uni<Void> keepGrounds(Act act, Kept<Assessment> kept, Reasoned why) {
        return act.isRepeated()
                ? Uni.createFrom().voidItem()
                : assessments.addGrounds(kept.state(), why.rule(), act.actor().subject(), why.grounds());
    }

    public Uni<Kept<Assessment>> confirm(Act act, UUID dossierId) {
        return newest(act, dossierId, (found, on) -> Uni.createFrom().item(AssessmentRules.confirm(found, on)));
    }

    /** The dossier is locked before it is looked which revision is the newest. */
    private Uni<Kept<Assessment>> newest(Act act, UUID dossierId,
            BiFunction<Assessment, LocalDate, Uni<Decision<Assessment, AssessmentEvent>>> rule) {
        String lock = dossierId.toString();
        return Locks.ahead(lock).chain(() -> assessments.newestLocked(dossierId))
                .map(found -> found.orElseThrow(RefusedException::unknown))
                .chain(found -> acts.changeAfter(act, assessments, lock, found.key(), rule));
    }
}
