package fr.microcredit.bank.file.rest;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;

import fr.microcredit.bank.file.domain.BankFile;

/**
 * A file as the bank sees it.
 *
 * @param nextStep what can be done or is waited for: {@code decide}, {@code await-meeting}, {@code decide-finally},
 *                 {@code await-guarantee}, {@code decide-again}, {@code report-contract}, {@code report-disbursement} or
 *                 {@code none}
 * @param terms    frozen, with amount, term and rates
 * @param identity of the applicant with the declared form; left out in lists
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileView(UUID dossierId, String officeId, String status, String nextStep, int revision, int round,
        LocalDate transmittedOn, String purpose, String guarantee, String subsidy, LocalDate signedOn,
        LocalDate firstDueOn, @JsonRawValue String terms, @JsonRawValue String identity) {

    static FileView item(BankFile file) {
        return whole(file, Optional.empty());
    }

    static FileView whole(BankFile file, Optional<String> identity) {
        return new FileView(file.dossierId(), file.officeId(), code(file.status()), nextStep(file), file.revision(),
                file.round(), file.transmittedOn(), file.purpose(), code(file.guarantee()), code(file.subsidy()),
                file.contract().map(BankFile.Contract::signedOn).orElse(null),
                file.contract().map(BankFile.Contract::firstDueOn).orElse(null), file.terms().document(),
                identity.orElse(null));
    }

    private static String nextStep(BankFile file) {
        if (file.isToBeDecidedAgain()) {
            return "decide-again";
        }
        return switch (file.status()) {
            case RECEIVED -> "decide";
            case DISAGREED -> file.awaitsFinalDecision() ? "decide-finally" : "await-meeting";
            case ACCEPTED -> file.isAnswered() ? "report-contract" : "await-guarantee";
            case CONTRACTED -> "report-disbursement";
            case REFUSED, DISBURSED -> "none";
        };
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
