package fr.microcredit.bank.file.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Decision.Refused;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** What borrower and bank may sign: when it is possible, and at what cost. */
public final class ContractRules {
    /**
     * Between a bank's yearly rate and ours, in points of percent: what rounding to one decimal may make (annex to article
     * R314-3 of the Code de la consommation).
     */
    private static final BigDecimal DEVIATION_MAX = new BigDecimal("0.05");

    private ContractRules() {
    }

    /**
     * What the bank says of the contract.
     *
     * @param firstDueOn due date of the first instalment
     * @param fees       of the file, zero or more
     * @param taeg       the bank's own yearly rate of charge, in percent
     * @param reserved   whether it has reserved its agreement to the borrower
     */
    public record Offer(LocalDate firstDueOn, Money fees, Optional<BigDecimal> taeg, boolean reserved) {
        Contract signedOn(LocalDate day) {
            return new Contract(day, firstDueOn, reserved);
        }
    }

    /** When it is possible {@link FileRules} say; what the offer costs is added to their reasons. */
    public static Decision<BankFile, FileEvent> contract(BankFile file, Offer offer, LocalDate signedOn) {
        Decision<BankFile, FileEvent> possible = FileRules.contract(file, offer.signedOn(signedOn));
        List<Reason> faults = faults(file.terms(), offer, signedOn);
        if (possible instanceof Refused<BankFile, FileEvent> refused) {
            List<Reason> reasons = new ArrayList<>(refused.reasons());
            reasons.addAll(faults);
            return new Refused<>(reasons);
        }
        return Decision.unless(faults, () -> possible);
    }

    /**
     * Ours is that of whole months. Where the first instalment is due a month after the earliest pay-out or later, the exact one
     * is not above it: whoever states more charges something besides.
     */
    private static List<Reason> faults(FileTerms terms, Offer offer, LocalDate signedOn) {
        List<Reason> faults = new ArrayList<>();
        if (offer.fees().isPositive()) {
            faults.add(Reason.invalid("/feesCents", "fees-not-allowed"));
        }
        BigDecimal computed = LoanCost.of(terms, Optional.empty()).taeg();
        boolean comparable = !offer.firstDueOn()
                .isBefore(offer.signedOn(signedOn).earliestPayOut().plusMonths(1));
        offer.taeg().filter(stated -> comparable && stated.subtract(computed).compareTo(DEVIATION_MAX) > 0)
                .ifPresent(stated -> faults.add(Reason.invalid("/taeg", "not-the-computed-rate", computed)));
        return faults;
    }
}
