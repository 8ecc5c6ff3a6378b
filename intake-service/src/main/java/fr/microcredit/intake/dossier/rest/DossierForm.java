package fr.microcredit.intake.dossier.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import fr.microcredit.intake.applicant.domain.Applicant;
import fr.microcredit.intake.request.domain.Budget;
import fr.microcredit.intake.request.domain.Consents;
import fr.microcredit.intake.request.domain.Content;
import fr.microcredit.intake.request.domain.Ground;
import fr.microcredit.intake.request.domain.Household;
import fr.microcredit.intake.request.domain.LoanRequest;
import fr.microcredit.intake.request.domain.Purpose;
import fr.microcredit.kit.loan.Rate;
import fr.microcredit.kit.money.Money;

/**
 * What an office writes down. Sections other than the applicant may be left out until the dossier is submitted.
 *
 * @param effectiveOn business date of the act, today where absent
 */
public record DossierForm(@NotNull @Valid ApplicantForm applicant, @Valid HouseholdForm household,
        @Valid BudgetForm budget, @Valid RequestForm request, @Valid ConsentsForm consents, LocalDate effectiveOn) {
    static final String CODE = "[a-z0-9][a-z0-9-]{0,59}";
    private static final long MONTHLY_CENTS_MAX = 10_000_000;
    private static final String RATE = "\\d{1,2}(\\.\\d{1,4})?";
    private static final int RATE_DECIMALS = 2;
    static final long AMOUNT_CENTS_MAX = 10_000_000;
    static final int MONTHS_MAX = 120;

    private static final String NAME = ".*\\p{L}.*";

    /** The social-security number has no place here. */
    public record ApplicantForm(@NotBlank @Size(max = 100) @Pattern(regexp = NAME) String familyName,
            @NotBlank @Size(max = 100) @Pattern(regexp = NAME) String givenNames,
            @NotNull LocalDate birthDate, @NotBlank @Size(max = 200) String street,
            @NotBlank @Pattern(regexp = "\\d{5}") String postalCode, @NotBlank @Size(max = 100) String city,
            @Size(max = 30) String phone, @Email @Size(max = 200) String email) {
        Applicant toApplicant() {
            return new Applicant(familyName, givenNames, birthDate, street, postalCode, city,
                    Optional.ofNullable(phone),
                    Optional.ofNullable(email));
        }
    }

    /**
     * @param commune       INSEE code of the commune of residence
     * @param residentSince first day in the territory, for schemes that ask for some months of residence
     */
    public record HouseholdForm(@NotNull @Pattern(regexp = "[0-9][0-9AB][0-9]{3}") String commune,
            @NotNull @Min(1) @Max(10) Integer adults,
            @NotNull @Size(max = 15) List<@NotNull LocalDate> childBirthDates,
            LocalDate residentSince) {
        Household toHousehold() {
            return new Household(commune, adults, childBirthDates, Optional.ofNullable(residentSince));
        }
    }

    /** Amounts a month, in cents. */
    public record BudgetForm(@NotNull @Size(max = 30) List<@NotNull @Valid LineForm> resources,
            @NotNull @Size(max = 30) List<@NotNull @Valid LineForm> charges,
            @NotNull @Size(max = 20) List<@NotNull @Valid LoanForm> loans, @NotNull Boolean overIndebted) {
        Budget toBudget() {
            return new Budget(resources.stream().map(LineForm::toLine).toList(),
                    charges.stream().map(LineForm::toLine).toList(), loans.stream().map(LoanForm::toLoan).toList(),
                    overIndebted);
        }
    }

    /** One line of the budget. */
    public record LineForm(@NotNull @Pattern(regexp = CODE) String kind,
            @NotNull @Min(0) @Max(MONTHLY_CENTS_MAX) Long monthlyCents) {
        Budget.Line toLine() {
            return new Budget.Line(kind, Money.ofCents(monthlyCents));
        }
    }

    /** A loan already under way. */
    public record LoanForm(@NotNull @Min(0) @Max(MONTHLY_CENTS_MAX) Long monthlyCents,
            @NotNull @Min(0) @Max(100_000_000) Long outstandingCents) {
        Budget.ExistingLoan toLoan() {
            return new Budget.ExistingLoan(Money.ofCents(monthlyCents), Money.ofCents(outstandingCents));
        }
    }

    /**
     * What is asked for.
     *
     * @param borrowerRate yearly nominal rate chosen within the scheme's bounds, percent; its highest where absent
     */
    public record RequestForm(@NotNull @Pattern(regexp = CODE) String schemeId,
            @NotNull @Pattern(regexp = CODE) String bankId,
            @NotNull Purpose purpose,
            @NotBlank @Size(max = 2000) String project,
            @NotNull Ground ground,
            @NotNull @Min(1) @Max(AMOUNT_CENTS_MAX) Long amountCents,
            @NotNull @Min(1) @Max(MONTHS_MAX) Integer termMonths,
            @Pattern(regexp = RATE) String borrowerRate) {
        LoanRequest toRequest() {
            return new LoanRequest(schemeId, bankId, purpose, project, ground,
                    Money.ofCents(amountCents), termMonths, Optional.ofNullable(borrowerRate).map(RequestForm::rate));
        }

        /** One rate is written in one way, so that 1.5 and 1.50 are no change of a request. */
        private static Rate rate(String percent) {
            BigDecimal shortest = new BigDecimal(percent).stripTrailingZeros();
            return new Rate(shortest.setScale(Math.max(RATE_DECIMALS, shortest.scale())));
        }
    }

    /** Days on which the applicant agreed; absent where not. */
    public record ConsentsForm(LocalDate transmission, LocalDate incidentReports) {
        Consents toConsents() {
            return new Consents(Optional.ofNullable(transmission), Optional.ofNullable(incidentReports));
        }
    }

    Content toContent() {
        return new Content(Optional.ofNullable(household).map(HouseholdForm::toHousehold),
                Optional.ofNullable(budget).map(BudgetForm::toBudget),
                Optional.ofNullable(request).map(RequestForm::toRequest),
                consents == null ? Consents.NONE : consents.toConsents());
    }
}
