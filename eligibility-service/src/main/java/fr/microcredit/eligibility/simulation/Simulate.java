package fr.microcredit.eligibility.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.microcredit.eligibility.assessment.domain.AidRules;
import fr.microcredit.eligibility.assessment.domain.Alternatives;
import fr.microcredit.eligibility.assessment.domain.Assessor;
import fr.microcredit.eligibility.assessment.domain.Case;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Situation;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.eligibility.commune.Communes;
import fr.microcredit.eligibility.parameter.ParameterLibrary;
import fr.microcredit.eligibility.parameter.domain.KnownValues;
import fr.microcredit.eligibility.parameter.domain.Parameters;
import fr.microcredit.eligibility.scheme.SchemeLibrary;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Ground;
import fr.microcredit.eligibility.scheme.domain.AccessClauses.Purpose;
import fr.microcredit.eligibility.scheme.domain.OtherAid;
import fr.microcredit.eligibility.scheme.domain.Scheme;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.InterestSubsidy;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.loan.Schedule;
import fr.microcredit.kit.loan.Taeg;
import fr.microcredit.kit.money.Money;

/** What a request would give under every scheme open to a commune on a day. Nobody is named and nothing is kept. */
@ApplicationScoped
public class Simulate {
    private final SchemeLibrary schemes;
    private final ParameterLibrary parameters;
    private final Communes communes;

    Simulate(SchemeLibrary schemes, ParameterLibrary parameters, Communes communes) {
        this.schemes = schemes;
        this.parameters = parameters;
        this.communes = communes;
    }

    /**
     * @param borrowerRate yearly nominal rate that is tried; each scheme's highest where empty
     * @param on           day of the request
     * @param knownOn      day whose knowledge of national values counts
     * @param otherLoans   guaranteed principal the person owes besides
     */
    public record Question(Situation situation, Purpose purpose, Ground ground, Money amount, int months,
            Optional<Rate> borrowerRate, LocalDate on, LocalDate knownOn, Money otherLoans) {
    }

    /** Under one scheme. */
    public record Answer(Scheme scheme, Findings findings, Optional<Loan> loan, Alternatives alternatives,
            List<OtherAid> aids) {
    }

    /**
     * @param schedule at the rate that applies to the borrower
     * @param taeg     percent a year, six decimals; empty where fees leave the borrower next to nothing
     * @param subsidy  interest the office would bear
     * @param rebate   interest the Region would give back after full repayment without incident
     */
    public record Loan(Schedule schedule, Optional<BigDecimal> taeg, Money subsidy, Money rebate) {
    }

    /** @throws RefusedException where no scheme is open to the commune on the day, or the commune is not known */
    public List<Answer> handle(Question question) {
        String commune = question.situation().commune();
        if (!communes.isKnown(commune)) {
            throw RefusedException.of(Reason.invalid("/commune", "unknown-commune", commune));
        }
        List<Scheme> open = schemes.latest().openTo(commune, question.on());
        if (open.isEmpty()) {
            throw RefusedException.of(why(commune));
        }
        Parameters all = parameters.latest();
        KnownValues known = parameters.knownOn(all, question.knownOn(), all.revision());
        return open.stream().map(scheme -> answer(scheme, known, question)).toList();
    }

    private Reason why(String commune) {
        boolean ever = schemes.latest().schemes().stream().anyMatch(scheme -> scheme.territory().covers(commune));
        return ever ? Reason.invalid("/on", "no-scheme-that-day") : Reason.invalid("/commune", "no-scheme-there");
    }

    private static Answer answer(Scheme scheme, KnownValues known, Question q) {
        Wish wish = new Wish(scheme.schemeId(), q.purpose(), q.ground(), q.amount(), q.months(),
                q.borrowerRate(), q.on());
        Case subject = Case.of(scheme, known, q.situation(), wish, q.otherLoans());
        Findings findings = Assessor.assess(subject);
        return new Answer(scheme, findings, subject.schedule().map(schedule -> loan(scheme, schedule)),
                Alternatives.of(subject, findings), AidRules.fitting(subject));
    }

    private static Loan loan(Scheme scheme, Schedule schedule) {
        Money fees = Money.ofCents(scheme.loan().feesCents().stated().orElse(0L));
        return new Loan(schedule, taeg(schedule, fees), subsidy(scheme, schedule), rebate(scheme, schedule));
    }

    private static Optional<BigDecimal> taeg(Schedule schedule, Money fees) {
        try {
            return Optional.of(Taeg.percent(schedule, fees));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Money subsidy(Scheme scheme, Schedule borrower) {
        boolean subsidised = scheme.support().subsidy().stated().isPresent();
        return scheme.loan().bankRate().stated().filter(rate -> subsidised)
                .map(rate -> InterestSubsidy
                        .of(borrower.principal(), borrower.months(), new Rate(rate), borrower.rate()).total())
                .orElse(Money.ZERO);
    }

    private static Money rebate(Scheme scheme, Schedule schedule) {
        return scheme.support().rebate().stated()
                .map(rule -> schedule.totalInterest().times(rule.fraction(), RoundingMode.HALF_UP))
                .orElse(Money.ZERO);
    }
}
