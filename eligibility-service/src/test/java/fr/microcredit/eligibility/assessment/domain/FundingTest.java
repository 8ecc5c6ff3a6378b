package fr.microcredit.eligibility.assessment.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.eligibility.assessment.domain.Funding.Payer;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/** What bank and office have agreed on takes the place of what the scheme says; Dijon: 1 %, the bank's 4.40 %, fcs for 0.50. */
class FundingTest {
    @ParameterizedTest(name = "{0}: the borrower pays {1} %, the subsidy is paid by {2}")
    @CsvSource({"ENVELOPE, 1, the envelope", "OFFICE, 1, the office", "BORROWER, 4.40, nobody"})
    void whoBearsTheDifference(Payer payer, String borrowerRate, String bearer) {
        Request request = Request.atDijon();
        Terms terms = Terms.of(under(request, new Funding(List.of(), payer)).toCase());
        assertEquals(Rate.ofPercent(borrowerRate), terms.borrowerRate());
        assertEquals(Rate.ofPercent("4.40"), terms.bankRate());
        assertEquals(bearer, terms.subsidy().map(subsidy -> subsidy.payer().isPresent() ? "the office" : "the envelope")
                .orElse("nobody"));
        assertEquals(List.of(), terms.guarantees());
        assertEquals(Rate.ofPercent(borrowerRate),
                under(request, new Funding(List.of(), payer)).toCase().schedule().orElseThrow().rate());
    }

    @Test
    void lessGuaranteeTravelsWithTheTerms() {
        Request request = Request.atDijon();
        List<Guarantee> less = List.of(new Guarantee("fcs", new BigDecimal("0.30")));
        assertEquals(less,
                Terms.of(under(request, new Funding(less, Payer.ENVELOPE)).toCase()).guarantees());
        assertEquals(new BigDecimal("0.50"),
                Terms.of(request.toCase()).guarantees().get(0).share());
    }

    /** 3 000 over 24 months: 126.31 a month at 1 %, 130.81 at 4.40 %. */
    @Test
    void whoPaysTheBanksRateHasLessToLiveOn() {
        Request request = Request.atDijon().resources(Money.ofEuros("828.00")).asking(Money.ofEuros("3000"), 24);
        assertEquals(Outcome.Result.PASS, resteAVivre(request));
        assertEquals(Outcome.Result.FAIL, resteAVivre(under(request, new Funding(List.of(), Payer.BORROWER))));
        assertEquals(Outcome.Result.PASS, resteAVivre(under(request, new Funding(List.of(), Payer.OFFICE))));
    }

    /** Nobody pays a difference at Ploërmel: the rate that was chosen stays. */
    @Test
    void withoutASubsidyNothingIsShifted() {
        Request request = Request.atHome("ploermel-demonstration-1", "2011-05-02").chosen("1.50");
        Terms terms = Terms.of(under(request, new Funding(List.of(), Payer.BORROWER)).toCase());
        assertEquals(Rate.ofPercent("1.50"), terms.borrowerRate());
        assertEquals(Rate.ofPercent("1.50"), terms.bankRate());
    }

    private static Request under(Request request, Funding funding) {
        return new Request(request.scheme(), request.known(), request.situation(),
                request.wish().under(Optional.of(funding)), request.otherExposure());
    }

    private static Outcome.Result resteAVivre(Request request) {
        return request.findings().outcomes().stream().filter(each -> each.rule().equals("reste-a-vivre")).findFirst()
                .orElseThrow().result();
    }
}
