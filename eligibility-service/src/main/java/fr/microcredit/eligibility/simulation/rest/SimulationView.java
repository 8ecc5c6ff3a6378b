package fr.microcredit.eligibility.simulation.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import fr.microcredit.eligibility.assessment.domain.Verdict;
import fr.microcredit.eligibility.assessment.rest.AidView;
import fr.microcredit.eligibility.assessment.rest.AlternativesView;
import fr.microcredit.eligibility.assessment.rest.OutcomeView;
import fr.microcredit.eligibility.assessment.rest.OutcomeView.NoteView;
import fr.microcredit.eligibility.assessment.wording.Sentences;
import fr.microcredit.eligibility.simulation.Simulate;
import fr.microcredit.eligibility.simulation.Simulate.Answer;
import fr.microcredit.eligibility.simulation.Simulate.Question;
import fr.microcredit.kit.loan.Instalment;

/** What a request would give under every scheme open to the commune on the day. Nothing of it is a decision. */
public record SimulationView(String commune, LocalDate on, List<SchemeAnswer> schemes) {

    /**
     * Under one scheme.
     *
     * @param loan absent where the scheme has no rate, or the amount can not be spread over the term
     */
    public record SchemeAnswer(String schemeId, String version, String name, Verdict verdict,
            List<OutcomeView> outcomes, List<NoteView> notes, Optional<LoanView> loan, AlternativesView alternatives,
            List<AidView> otherAids) {
        static SchemeAnswer of(Answer answer, Sentences words) {
            return new SchemeAnswer(answer.scheme().schemeId(), answer.scheme().version(), answer.scheme().name(),
                    answer.findings().verdict(),
                    answer.findings().outcomes().stream().map(each -> OutcomeView.of(each, words)).toList(),
                    answer.findings().notes().stream().map(each -> NoteView.of(each, words)).toList(),
                    answer.loan().map(LoanView::of), AlternativesView.of(answer.alternatives(), words),
                    answer.aids().stream().map(aid -> AidView.of(aid, words.language())).toList());
        }
    }

    /**
     * @param rate               borrower's yearly nominal rate, percent
     * @param instalmentCents    of every month but the last
     * @param taeg               percent a year, six decimals
     * @param subsidyCents       interest the office would bear
     * @param rebateHopedCents   interest the Region would give back after full repayment
     */
    public record LoanView(String rate, long instalmentCents, long lastInstalmentCents, long largestInstalmentCents,
            long totalInterestCents, Optional<String> taeg, long subsidyCents, long rebateHopedCents,
            List<Row> schedule) {
        static LoanView of(Simulate.Loan loan) {
            List<Instalment> rows = loan.schedule().instalments();
            return new LoanView(loan.schedule().rate().toString(), rows.get(0).payment().cents(),
                    rows.get(rows.size() - 1).payment().cents(), loan.schedule().largestPayment().cents(),
                    loan.schedule().totalInterest().cents(), loan.taeg().map(BigDecimal::toPlainString),
                    loan.subsidy().cents(),
                    loan.rebate().cents(), rows.stream().map(Row::of).toList());
        }
    }

    /** One instalment. */
    public record Row(int number, long paymentCents, long interestCents, long principalCents, long outstandingCents) {
        static Row of(Instalment each) {
            return new Row(each.number(), each.payment().cents(), each.interest().cents(), each.principal().cents(),
                    each.outstanding().cents());
        }
    }

    static SimulationView of(Question question, List<Answer> answers, Sentences words) {
        return new SimulationView(question.situation().commune(), question.on(),
                answers.stream().map(answer -> SchemeAnswer.of(answer, words)).toList());
    }
}
