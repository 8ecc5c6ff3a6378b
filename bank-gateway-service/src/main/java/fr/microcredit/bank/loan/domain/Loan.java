package fr.microcredit.bank.loan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.microcredit.bank.loan.domain.LoanInstalment.Payer;
import fr.microcredit.bank.loan.domain.LoanInstalment.Standing;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.loan.InstalmentTable;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A loan that was paid out, and what was reported of it.
 *
 * @param tableVersion of the agreement that holds
 * @param rebate       what the Region has ordered after full repayment
 * @param withdrawnOn  day on which capital and interest came back, where the borrower has withdrawn
 * @param reporting    within how many days the bank reports, as it was frozen
 * @param lateReports  what it has reported later than that
 */
public record Loan(About about, Money principal, Rate rate, LocalDate disbursedOn, int tableVersion,
        List<LoanInstalment> instalments, Optional<Rebate> rebate, Optional<LocalDate> withdrawnOn,
        ReportingDays reporting, List<LateReport> lateReports)
        implements
            OfDossier {
    private static final String RUNNING = "running";
    private static final String REPAID = "repaid";
    private static final String WITHDRAWN = "withdrawn";
    private static final BigDecimal PERCENT_DAYS = BigDecimal.valueOf(36_500);

    public Loan {
        instalments = List.copyOf(instalments);
        lateReports = List.copyOf(lateReports);
    }

    /** @param creditedOn day on which the bank credited it */
    public record Rebate(Money amount, Optional<LocalDate> creditedOn) {
    }

    public static Loan opened(About about, Money principal, Rate rate, LocalDate on, InstalmentTable table) {
        return new Loan(about, principal, rate, on, table.version(),
                table.lines().stream().map(LoanInstalment::due).toList(), Optional.empty(),
                Optional.empty(), ReportingDays.NONE, List.of());
    }

    /** As it begins, under what its bank has to report. */
    public Loan under(ReportingDays days, Optional<LateReport> disbursement) {
        return new Loan(about, principal, rate, disbursedOn, tableVersion, instalments, rebate, withdrawnOn, days,
                disbursement.stream().toList());
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
        if (withdrawnOn.isPresent()) {
            return WITHDRAWN;
        }
        return isRepaid() ? REPAID : RUNNING;
    }

    @Override
    public LocalDate day() {
        return disbursedOn;
    }

    /** Reports follow the disbursement; among each other they have an order of their own. */
    @Override
    public LocalDate lastOn() {
        return disbursedOn;
    }

    public Optional<LoanInstalment> instalment(int number) {
        return instalments.stream().filter(each -> each.number() == number).findFirst();
    }

    /** The oldest instalment that is not paid: payments go to it first (Code civil, 1342-10). */
    public Optional<LoanInstalment> firstUnpaid() {
        return instalments.stream().filter(each -> !each.isPaid()).findFirst();
    }

    /** Day of the newest payment, before the first that of the disbursement. */
    LocalDate newestPaymentOn() {
        return instalments.stream().flatMap(each -> each.payment().stream()).map(LoanInstalment.Payment::on)
                .max(Comparator.naturalOrder()).orElse(disbursedOn);
    }

    public boolean isRepaid() {
        return firstUnpaid().isEmpty();
    }

    public Money outstanding() {
        return outstandingAfter(firstUnpaid().map(next -> next.number() - 1).orElse(instalments.size()));
    }

    /** Principal of the instalments after this one (<i>capital restant dû</i>). */
    public Money outstandingAfter(int number) {
        return Money.sum(instalments.stream().filter(each -> each.number() > number)
                .map(each -> each.line().principal()).toList());
    }

    /** What the borrower has really paid of interest; nothing that others paid. */
    public Money interestPaidByBorrower() {
        return Money.sum(instalments.stream().filter(each -> each.isPaidBy(Payer.BORROWER))
                .map(each -> each.line().interest()).toList());
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
        long days = Math.max(0, ChronoUnit.DAYS.between(newestPaymentOn(), day));
        BigDecimal cents = BigDecimal.valueOf(outstanding().cents()).multiply(rate.percent())
                .multiply(BigDecimal.valueOf(days)).divide(PERCENT_DAYS, 0, RoundingMode.HALF_UP);
        return new Owed(outstanding(), Money.ofCents(cents.longValueExact()), newestPaymentOn());
    }

    public Loan withdrawn(LocalDate on) {
        return new Loan(about, principal, rate, disbursedOn, tableVersion, instalments, rebate, Optional.of(on),
                reporting, lateReports);
    }

    public int missedInstalments() {
        return (int) instalments.stream().filter(each -> each.missedOn().isPresent()).count();
    }

    /** Instalments the borrower did not pay. */
    public int unpaidInstalments() {
        return (int) instalments.stream().filter(each -> !each.isPaidBy(Payer.BORROWER)).count();
    }

    public int instalmentsPaid() {
        return (int) instalments.stream().filter(LoanInstalment::isPaid).count();
    }

    public long longestDelayDays() {
        return instalments.stream().mapToLong(LoanInstalment::delayDays).max().orElse(0);
    }

    Loan with(LoanInstalment changed) {
        List<LoanInstalment> all = new ArrayList<>(instalments);
        all.set(changed.number() - 1, changed);
        return new Loan(about, principal, rate, disbursedOn, tableVersion, all, rebate,
                withdrawnOn, reporting, lateReports);
    }

    Loan with(Rebate ordered) {
        return new Loan(about, principal, rate, disbursedOn, tableVersion, instalments, Optional.of(ordered),
                withdrawnOn, reporting, lateReports);
    }

    Loan with(LateReport late) {
        return new Loan(about, principal, rate, disbursedOn, tableVersion, instalments, rebate, withdrawnOn, reporting,
                Stream.concat(lateReports.stream(), Stream.of(late)).toList());
    }

    /**
     * The last day on which it is in time that nothing is reported of the next instalment; empty where nothing is to come, or
     * where nobody says when.
     */
    public Optional<LocalDate> reportUntil() {
        return instalments.stream().filter(each -> withdrawnOn.isEmpty() && each.standing() == Standing.DUE).findFirst()
                .flatMap(next -> reporting.silentUntil(next.dueOn()));
    }
}
