package fr.microcredit.eligibility.directory.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import fr.microcredit.eligibility.directory.domain.AccompanyingBody;
import fr.microcredit.eligibility.directory.domain.Bank;
import fr.microcredit.eligibility.directory.domain.Convention;
import fr.microcredit.eligibility.directory.domain.Entry;
import fr.microcredit.eligibility.directory.domain.GuaranteeCall;
import fr.microcredit.eligibility.directory.domain.RepaymentClause;
import fr.microcredit.eligibility.scheme.domain.SupportClauses.Guarantee;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.domain.RefusedException;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * A version of an entry as an editor writes it: one of body, bank and convention.
 *
 * @param id      stable over versions: the identifier that tokens and requests name
 * @param version unique for the identifier
 * @param from    first day on which it holds
 * @param to      last day, absent where it is open
 * @param source  where it is written; {@code Réglage de la plateforme} where only the platform says it
 */
public record EntryForm(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,59}") String id,
        @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") String version, @NotNull LocalDate from, LocalDate to,
        @NotBlank @Size(max = 300) String source, @Valid BodyForm accompanyingBody, @Valid BankForm bank,
        @Valid ConventionForm convention) {

    /** @param territory INSEE codes of communes, or of departments for whole ones */
    public record BodyForm(@NotBlank @Size(max = 120) String name, @NotNull AccompanyingBody.Type type,
            @NotEmpty @Size(max = 500) List<@NotNull @Pattern(regexp = "[0-9A-B]{2,5}") String> territory,
            @NotEmpty @Size(max = 20) List<@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") String> schemeIds) {
    }

    /** @param territories INSEE codes of communes or departments, empty for the whole country */
    public record BankForm(@NotBlank @Size(max = 120) String name,
            @NotNull @Size(max = 500) List<@NotNull @Pattern(regexp = "[0-9A-B]{2,5}") String> territories,
            @NotNull @Size(max = 20) List<@NotNull @Valid ContactForm> contacts) {
    }

    /** A function and its office address; never a private person. */
    public record ContactForm(@NotBlank @Size(max = 120) String function,
            @NotNull @Email @Size(max = 120) String address) {
    }

    /**
     * @param bankRate        percent a year, absent where the scheme's holds
     * @param guarantees      shares of 1, absent where the scheme's hold
     * @param reservationDays absent where the scheme's holds
     * @param answerDays      in which the bank answers; absent where the convention says none
     */
    public record ConventionForm(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{1,39}") String bankId,
            @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,59}") String schemeId,
            @Pattern(regexp = "([0-9]|1[0-9])(\\.[0-9]{1,4})?") String bankRate,
            @Size(max = 5) List<@NotNull @Valid ShareForm> guarantees, @Min(1) @Max(1000) Integer reservationDays,
            @Min(1) @Max(365) Integer answerDays,
            @NotNull Boolean loanWithoutGuarantee, @NotNull Boolean loanWithoutSubsidy,
            @NotNull @Size(max = 20) List<@NotNull @Valid DutyForm> reporting, @Valid CallForm guaranteeCall,
            @Valid RepaymentForm repayment) {
    }

    /**
     * When and how the guarantee is called; absent where the convention says nothing.
     *
     * @param unpaidInstalments consecutive
     * @param paymentDays       from the claim's filing until the guarantors have paid
     * @param envelopeCents     most that may be called under the convention in all, absent where it sets none
     */
    public record CallForm(@NotNull @Min(1) @Max(12) Integer unpaidInstalments, @NotNull Boolean meetingRequired,
            @NotNull @Min(1) @Max(365) Integer paymentDays, @NotNull GuaranteeCall.Sharing recoverySharing,
            @Min(1) @Max(100_000_000_000L) Long envelopeCents) {
        GuaranteeCall toClause() {
            return new GuaranteeCall(unpaidInstalments, meetingRequired, paymentDays, recoverySharing,
                    Optional.ofNullable(envelopeCents).map(Money::ofCents));
        }
    }

    /**
     * How money is counted on a loan; absent where the convention says nothing.
     *
     * @param representationDays after the due date, in which a rejected debit that is paid is no unpaid instalment
     * @param deferralMonths     most at once
     */
    public record RepaymentForm(@NotNull RepaymentClause.Imputation imputation,
            @NotNull @Min(0) @Max(31) Integer representationDays,
            @NotNull RepaymentClause.DeferralInterest deferralInterest,
            @NotNull @Min(1) @Max(3) Integer deferralMonths) {
        RepaymentClause toClause() {
            return new RepaymentClause(imputation, representationDays, deferralInterest, deferralMonths);
        }
    }

    /** @param share of the outstanding principal, of 1 */
    public record ShareForm(@NotNull @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,39}") String guarantor,
            @NotNull @Pattern(regexp = "[01](\\.[0-9]{1,4})?") String share) {
    }

    /**
     * @param withinDays days after the pay-out, the payment, or the due date of what was missed
     * @param source     where the convention says it
     */
    public record DutyForm(@NotNull Convention.Report report, @NotNull @Min(0) @Max(365) Integer withinDays,
            @NotBlank @Size(max = 300) String source) {
    }

    Entry toEntry() {
        if (Stream.of(accompanyingBody, bank, convention).filter(each -> each != null).count() != 1) {
            throw RefusedException.of(Reason.invalid("", "one-kind-of-entry"));
        }
        if (accompanyingBody != null) {
            return new AccompanyingBody(id, version, from, Optional.ofNullable(to), source, accompanyingBody.name(),
                    accompanyingBody.type(), accompanyingBody.territory(), accompanyingBody.schemeIds());
        }
        return bank != null ? toBank() : toConvention();
    }

    private Bank toBank() {
        return new Bank(id, version, from, Optional.ofNullable(to), source, bank.name(), bank.territories(),
                bank.contacts().stream().map(each -> new Bank.Contact(each.function(), each.address())).toList());
    }

    private Convention toConvention() {
        ConventionForm c = convention;
        return new Convention(id, version, from, Optional.ofNullable(to), source, c.bankId(), c.schemeId(),
                Optional.ofNullable(c.bankRate()).map(BigDecimal::new).map(Rate::new),
                Optional.ofNullable(c.guarantees()).map(EntryForm::shares), Optional.ofNullable(c.reservationDays()),
                Optional.ofNullable(c.answerDays()),
                c.loanWithoutGuarantee(), c.loanWithoutSubsidy(),
                c.reporting().stream().map(each -> new Convention.Duty(each.report(), each.withinDays(), each.source()))
                        .toList(),
                Optional.ofNullable(c.guaranteeCall()).map(CallForm::toClause),
                Optional.ofNullable(c.repayment()).map(RepaymentForm::toClause));
    }

    private static Convention.Shares shares(List<ShareForm> forms) {
        return new Convention.Shares(forms.stream()
                .map(each -> new Guarantee(each.guarantor(), new BigDecimal(each.share()))).toList());
    }
}
