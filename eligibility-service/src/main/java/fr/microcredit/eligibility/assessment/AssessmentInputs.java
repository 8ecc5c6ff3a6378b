package fr.microcredit.eligibility.assessment;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.eligibility.assessment.Submissions.SituationKey;
import fr.microcredit.eligibility.assessment.domain.Assessment;
import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.Partners;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Submission;
import fr.microcredit.eligibility.directory.DirectoryLibrary;
import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Directory;
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
    private final DirectoryLibrary directory;

    AssessmentInputs(Submissions submissions, SchemeLibrary schemes, ParameterLibrary parameters,
            Exposures exposures, DirectoryLibrary directory) {
        this.submissions = submissions;
        this.schemes = schemes;
        this.parameters = parameters;
        this.exposures = exposures;
        this.directory = directory;
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
        return once(Directory.class, directory::current)
                .map(entries -> partners(entries, asked, scheme))
                .chain(partners -> once(Parameters.class, parameters::current)
                        .map(all -> prepared(asked, Case.of(scheme, known(asked, all), situation, asked.wish(), other)
                                .with(partners), all)));
    }

    private KnownValues known(Submission asked, Parameters all) {
        return parameters.knownOn(all, asked.on(), all.revision());
    }

    private Prepared prepared(Submission asked, Case subject, Parameters all) {
        return new Prepared(subject, new Basis(subject.scheme().version(), asked.on(), all.revision(),
                subject.parameters().hash(), asked.situationRevision(), subject.otherExposure().cents(),
                subject.partners().keys()));
    }

    /** The bank's convention of the day on which it was first proposed, the office of the day whose rules apply. */
    private static Partners partners(Directory entries, Submission asked, Scheme scheme) {
        return asked.bank()
                .map(bank -> new Partners(asked.bank(),
                        entries.convention(bank.bankId(), scheme.schemeId(), bank.since()),
                        entries.body(asked.about().officeId(), asked.wish().appliedOn())))
                .orElseGet(Partners::none);
    }

    private static Partners partners(Directory entries, Basis basis) {
        return basis.partners()
                .map(keys -> new Partners(Optional.of(keys.bank()),
                        keys.convention().flatMap(key -> entries.version(Convention.class, key)),
                        keys.body().flatMap(key -> entries.version(AccompanyingBody.class, key))))
                .orElseGet(Partners::none);
    }

    /** The case of a stored assessment, to the last figure; fails with {@code not-found} where figures were erased. */
    Uni<Case> again(Assessment stored) {
        Uni<Situation> situation = submissions.situation(key(stored))
                .map(found -> found.orElseThrow(RefusedException::unknown));
        return Beside.of(Beside.of(schemeOf(stored), known(), Rules::new), situation,
                (rules, figures) -> under(rules.scheme(), stored, rules.known(), figures));
    }

    private record Rules(Scheme scheme, Known known) {
    }

    /** National values and directory, whatever the day. */
    record Known(Parameters values, Directory directory) {
    }

    Uni<Known> known() {
        return Beside.of(parameters.current(), directory.current(), Known::new);
    }

    Uni<Scheme> schemeOf(Assessment stored) {
        return schemes.current()
                .map(shelf -> shelf.version(stored.wish().schemeId(), stored.basis().schemeVersion())
                        .orElseThrow(RefusedException::unknown));
    }

    /** The case of a stored assessment under any version of its scheme. */
    Case under(Scheme scheme, Assessment stored, Known all, Situation situation) {
        Basis basis = stored.basis();
        return Case.of(scheme, parameters.knownOn(all.values(), basis.knownOn(), basis.parameterRevision()),
                situation, stored.wish(), Money.ofCents(basis.otherCents()))
                .with(partners(all.directory(), basis));
    }

    static SituationKey key(Assessment stored) {
        return new SituationKey(stored.dossierId(), stored.basis().situationRevision());
    }
}
