package fr.microcredit.eligibility.assessment;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions.SituationKey;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.SchemeLibrary.Shelf;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.event.PoisonException;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.sql.Beside;
import fr.microcredit.kit.tenancy.UnitOfWork;

/** Brings together what an assessment rests on, for the first time or again. */
@ApplicationScoped
class AssessmentInputs {
    private final Submissions submissions;
    private final SchemeLibrary schemes;
    private final ParameterLibrary parameters;
    private final Exposures exposures;

    AssessmentInputs(Submissions submissions, SchemeLibrary schemes, ParameterLibrary parameters,
            Exposures exposures) {
        this.submissions = submissions;
        this.schemes = schemes;
        this.parameters = parameters;
        this.exposures = exposures;
    }

    /** A case and what it takes to have it again. */
    record Prepared(Case subject, Basis basis) {
    }

    /** By the rules of the day of the first submission, as they were known then, and by today's knowledge of values. */
    Uni<Prepared> first(Submission asked, Situation situation) {
        return once(Shelf.class, schemes::current)
                .map(shelf -> shelf.find(asked.wish().schemeId(), asked.wish().appliedOn())
                        .orElseThrow(() -> new PoisonException("unknown-scheme")))
                .chain(scheme -> exposures.besides(asked.about())
                        .chain(other -> prepare(asked, situation, scheme, other)));
    }

    /** A batch of requests is assessed by what is published at one moment. */
    private static <T> Uni<T> once(Class<T> kind, Supplier<Uni<T>> ask) {
        UnitOfWork unit = UnitOfWork.current();
        return unit.kept(kind, "").map(Uni.createFrom()::item)
                .orElseGet(() -> ask.get().invoke(found -> unit.keep(kind, "", found)));
    }

    private Uni<Prepared> prepare(Submission asked, Situation situation, Scheme scheme, Money other) {
        return once(Parameters.class, parameters::current).map(all -> {
            KnownValues known = parameters.knownOn(all, asked.on(), all.revision());
            Basis basis = new Basis(scheme.version(), asked.on(), all.revision(), known.hash(),
                    asked.situationRevision(), other.cents());
            return new Prepared(Case.of(scheme, known, situation, asked.wish(), other), basis);
        });
    }

    /** The case of a stored assessment, to the last figure; fails with {@code not-found} where figures were erased. */
    Uni<Case> again(Assessment stored) {
        Uni<Situation> situation = submissions.situation(key(stored))
                .map(found -> found.orElseThrow(RefusedException::unknown));
        return Beside.of(Beside.of(schemeOf(stored), parameters.current(), Rules::new), situation,
                (rules, figures) -> under(rules.scheme(), stored, rules.values(), figures));
    }

    private record Rules(Scheme scheme, Parameters values) {
    }

    Uni<Scheme> schemeOf(Assessment stored) {
        return schemes.current()
                .map(shelf -> shelf.version(stored.wish().schemeId(), stored.basis().schemeVersion())
                        .orElseThrow(RefusedException::unknown));
    }

    /** The case of a stored assessment under any version of its scheme. */
    Case under(Scheme scheme, Assessment stored, Parameters all, Situation situation) {
        Basis basis = stored.basis();
        return Case.of(scheme, parameters.knownOn(all, basis.knownOn(), basis.parameterRevision()), situation,
                stored.wish(), Money.ofCents(basis.otherCents()));
    }

    static SituationKey key(Assessment stored) {
        return new SituationKey(stored.dossierId(), stored.basis().situationRevision());
    }
}
