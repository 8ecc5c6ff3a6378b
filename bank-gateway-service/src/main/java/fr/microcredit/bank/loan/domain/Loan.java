package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.LoanInstalment.Standing;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.money.Money;

/**
 * A loan that was paid out: its agreement and the journal of what was reported of it. How it stands on any day is computed from
 * these ({@link LoanState}).
 *
 * @param reports     every line ever, in the order of arrival
 * @param claims      every call of the guarantee, the newest last
 * @param rebate      what the Region has ordered after full repayment
 * @param reporting   within how many days the bank reports, as it was frozen
 * @param lateReports what it has reported later than that
 * @param heard       what others have told of it
 */
public record Loan(About about, Agreement agreement, List<Report> reports, List<Claim> claims, Optional<Rebate> rebate,
        ReportingDays reporting, List<LateReport> lateReports, Heard heard)
        implements
            OfDossier {
    /** A correction makes a new table, and the one that was wrong had its number too. */
    private static final int VERSIONS_OF_A_CORRECTION = 2;
    private static final BigDecimal PERCENT_DAYS = BigDecimal.valueOf(36_500);

    public Loan {
        reports = List.copyOf(reports);
        claims = List.copyOf(claims);
        lateReports = List.copyOf(lateReports);
    }

    /** @param creditedOn day on which the bank credited it */
    public record Rebate(Money amount, Optional<LocalDate> creditedOn) {
    }

    public static Loan opened(About about, Agreement agreement) {
        return new Loan(about, agreement, List.of(), List.of(), Optional.empty(), ReportingDays.NONE, List.of(),
                Heard.NOTHING);
    }

    /** As it begins, under what its bank has to report. */
    public Loan under(ReportingDays days, Optional<LateReport> disbursement) {
        return new Loan(about, agreement, reports, claims, rebate, days, disbursement.stream().toList(), heard);
    }

    public static String keyOf(UUID dossierId, String bankId) {
        return dossierId + "/" + bankId;
    }

    @Override
    public String key() {
        return keyOf(about.dossierId(), about.bank());
    }

    @Override
    public String tenant() {
        return about.bank();
    }

    @Override
    public String status() {
        return Codes.of(state().phase());
    }

    @Override
    public LocalDate day() {
        return agreement.disbursedOn();
    }

    /** Reports follow the disbursement; among each other they have an order of their own. */
    @Override
    public LocalDate lastOn() {
        return agreement.disbursedOn();
    }

    /** With everything that was reported, whichever day it is dated. */
    public LoanState state() {
        return stateOn(LocalDate.MAX);
    }

    public LoanState stateOn(LocalDate day) {
        LoanState state = LoanState.on(day, agreement, standing());
        return state.withTable(state.tableVersion() + VERSIONS_OF_A_CORRECTION * (int) reports.stream()
                .filter(each -> each.kind() == Report.Kind.CORRECTION && !each.on().isAfter(day))
                .filter(each -> reports.get(each.number().orElseThrow() - 1).makesATable()).count());
    }

    /** Lines that hold: no corrections, and nothing that was corrected. */
    List<Report> standing() {
        Set<Integer> wrong = reports.stream().filter(each -> each.kind() == Report.Kind.CORRECTION)
                .map(each -> each.number().orElseThrow()).collect(Collectors.toSet());
        return reports.stream().filter(each -> each.kind() != Report.Kind.CORRECTION && !wrong.contains(each.line()))
                .toList();
    }

    /** The call of the guarantee that neither was rejected nor taken back. */
    public Optional<Claim> claim() {
        return claims.stream().filter(Claim::stands).findFirst();
    }

    /**
     * What a borrower owes who withdraws.
     *
     * @param principal that is outstanding
     * @param interest  of the days since then
     * @param since     day of the pay-out or of the newest payment
     */
    public record Owed(Money principal, Money interest, LocalDate since) {
        public Money sum() {
            return principal.plus(interest);
        }
    }

    /** At the borrower's rate, by days of a year of 365, rounded once to the cent. */
    public Owed owedOn(LocalDate day) {
        LoanState state = state();
        LocalDate since = state.newestPaymentOn().orElse(agreement.disbursedOn());
        BigDecimal cents = BigDecimal.valueOf(state.outstanding().cents()).multiply(agreement.rate().percent())
                .multiply(BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(since, day))))
                .divide(PERCENT_DAYS, 0, RoundingMode.HALF_UP);
        return new Owed(state.outstanding(), Money.ofCents(cents.longValueExact()), since);
    }

    public Loan withdrawn(LocalDate on) {
        return with(Report.plain(Report.Kind.WITHDRAWAL, on, Money.ZERO));
    }

    /** One line more. */
    Loan with(Report report) {
        return new Loan(about, agreement, joined(reports, report.atLine(reports.size() + 1)), claims, rebate, reporting,
                lateReports, heard);
    }

    Loan with(Claim changed) {
        List<Claim> others = claims.stream().filter(each -> !each.id().equals(changed.id())).toList();
        return new Loan(about, agreement, reports, joined(others, changed), rebate, reporting, lateReports, heard);
    }

    Loan with(Rebate ordered) {
        return new Loan(about, agreement, reports, claims, Optional.of(ordered), reporting, lateReports, heard);
    }

    Loan with(LateReport late) {
        return new Loan(about, agreement, reports, claims, rebate, reporting, joined(lateReports, late), heard);
    }

    /** With what others have told. */
    public Loan hearing(Heard more) {
        return new Loan(about, agreement, reports, claims, rebate, reporting, lateReports, more);
    }

    private static <T> List<T> joined(List<T> all, T next) {
        return Stream.concat(all.stream(), Stream.of(next)).toList();
    }

    /**
     * The last day on which it is in time that nothing is reported of the next instalment; empty where nothing is to come, or
     * where nobody says when.
     */
    public Optional<LocalDate> reportUntil() {
        LoanState state = state();
        return state.instalments().stream()
                .filter(each -> state.phase() == Phase.RUNNING && each.standing() == Standing.DUE).findFirst()
                .flatMap(next -> reporting.silentUntil(next.dueOn()));
    }
}
