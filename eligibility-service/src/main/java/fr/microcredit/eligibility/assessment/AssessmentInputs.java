package fr.microcredit.eligibility.assessment;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Assessments.Request;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.FrozenTerms;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.exposure.Exposures;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.inbox.PoisonException;
import fr.microcredit.kit.money.Money;
import fr.microcredit.kit.problem.ProblemException;
import fr.microcredit.kit.problem.Problems;

/** Brings together what an assessment rests on, for the first time or again. */
@ApplicationScoped
class AssessmentInputs {
    private static final int LAPSES_AFTER_DAYS = 90;

    private final Assessments assessments;
    private final SchemeLibrary schemes;
    private final ParameterLibrary parameters;
    private final Exposures exposures;

    AssessmentInputs(Assessments assessments, SchemeLibrary schemes, ParameterLibrary parameters,
            Exposures exposures) {
        this.assessments = assessments;
        this.schemes = schemes;
        this.parameters = parameters;
        this.exposures = exposures;
    }

    /** A case and what it takes to have it again. */
    record Prepared(Case subject, Basis basis) {
    }

    /** By the rules of the day of the first submission, as they were known then, and by today's knowledge of values. */
    Uni<Prepared> first(Request asked, Situation situation) {
        return schemes.current()
                .map(shelf -> shelf.find(asked.wish().schemeId(), asked.wish().appliedOn())
                        .orElseThrow(() -> new PoisonException("unknown-scheme")))
                .chain(scheme -> promised(asked, scheme).chain(other -> prepare(asked, situation, scheme, other)));
    }

    private Uni<Money> promised(Request asked, Scheme scheme) {
        LocalDate since = asked.on().minusDays(scheme.support().reservationDays().stated().orElse(LAPSES_AFTER_DAYS));
        return exposures.besides(asked.personId(), asked.dossierId(), since);
    }

    private Uni<Prepared> prepare(Request asked, Situation situation, Scheme scheme, Money other) {
        return parameters.current().map(all -> {
            KnownValues known = parameters.knownOn(all, asked.on(), all.revision());
            Basis basis = new Basis(scheme.version(), asked.on(), all.revision(), known.hash(),
                    asked.situationRevision(), other.cents());
            return new Prepared(Case.of(scheme, known, situation, asked.wish(), other), basis);
        });
    }

    /** The terms that a stored assessment froze; the household's figures are not needed for them. */
    Uni<FrozenTerms> terms(Assessment stored) {
        return schemeOf(stored)
                .map(scheme -> new FrozenTerms(scheme, stored.wish().amount(), stored.wish().months()));
    }

    /** The case of a stored assessment, to the last figure; fails with {@code not-found} where figures were erased. */
    Uni<Case> again(Assessment stored) {
        return schemeOf(stored).chain(scheme -> parameters.current().chain(all -> again(stored, scheme, all)));
    }

    private Uni<Scheme> schemeOf(Assessment stored) {
        return schemes.current()
                .map(shelf -> shelf.version(stored.wish().schemeId(), stored.basis().schemeVersion())
                        .orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)));
    }

    /** The case of a stored assessment under any version of its scheme. */
    Uni<Case> again(Assessment stored, Scheme scheme, Parameters all) {
        Basis basis = stored.basis();
        KnownValues known = parameters.knownOn(all, basis.knownOn(), basis.parameterRevision());
        return assessments.situation(stored.dossierId(), basis.situationRevision())
                .map(situation -> Case.of(scheme, known,
                        situation.orElseThrow(() -> new ProblemException(Problems.NOT_FOUND)), stored.wish(),
                        Money.ofCents(basis.otherCents())));
    }
}
