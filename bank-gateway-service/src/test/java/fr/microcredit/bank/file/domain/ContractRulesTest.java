package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.microcredit.bank.file.domain.ContractRules.Offer;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

class ContractRulesTest {
    private static final LocalDate SIGNED = LocalDate.of(2008, 10, 1);
    private static final LocalDate FIRST_DUE = LocalDate.of(2008, 11, 9);

    /** fees in cents, the bank's TAEG (ours is 1.00): what it meets with. */
    @ParameterizedTest
    @CsvSource({"0, , ", "1, , fees-not-allowed", "0, 1.00, ", "0, 1.0, ", "0, 1.05, ", "0, 0.95, ",
            "0, 1.050001, not-the-computed-rate", "0, 0.72, ", "0, 4.49, not-the-computed-rate",
            "5000, 1.0046, fees-not-allowed"})
    void aContractHasNoFeesAndTheComputedRate(long feesCents, BigDecimal taeg, String refusal) {
        List<Reason> reasons = reasons(Sent.ready(Sent.threeThousand(), SIGNED), feesCents, taeg, FIRST_DUE);
        assertEquals(Optional.ofNullable(refusal).map(List::of).orElse(List.of()),
                reasons.stream().map(Reason::code).toList());
    }

    /** Paid out a month before at the earliest: a rate above ours may be the exact one. */
    @Test
    void anInstalmentThatIsDueSoonerMayMakeTheRateHigher() {
        assertEquals(List.of(), reasons(Sent.ready(Sent.threeThousand(), SIGNED), 0, new BigDecimal("1.20"),
                FIRST_DUE.minusDays(1)));
    }

    @Test
    void theRefusalSaysWhereAndWhatWasComputed() {
        List<Reason> reasons = reasons(Sent.ready(Sent.threeThousand(), SIGNED), 1, new BigDecimal("2"), FIRST_DUE);
        assertEquals(List.of(Reason.invalid("/feesCents", "fees-not-allowed"),
                Reason.invalid("/taeg", "not-the-computed-rate", "1.00")), reasons);
    }

    @Test
    void everyReasonIsToldAndTheStagesFirst() {
        List<Reason> reasons = reasons(Sent.file(Sent.threeThousand(), SIGNED), 1, new BigDecimal("2"), FIRST_DUE);
        assertEquals(List.of("file-stage", "fees-not-allowed", "not-the-computed-rate"),
                reasons.stream().map(Reason::code).toList());
        assertEquals(List.of("before-any-disbursement", "fees-not-allowed"),
                reasons(Sent.ready(Sent.threeThousand(), SIGNED), 1, null, SIGNED).stream().map(Reason::code).toList());
    }

    @Test
    void whatIsPossibleAndCostsNothingMoreIsSigned() {
        Decision<BankFile, FileEvent> decision = ContractRules.contract(Sent.ready(Sent.threeThousand(), SIGNED),
                new Offer(FIRST_DUE, Money.ZERO, Optional.empty(), false), SIGNED);
        assertTrue(decision.holds());
        assertEquals(FileRules.contract(Sent.ready(Sent.threeThousand(), SIGNED), new Contract(SIGNED, FIRST_DUE)),
                decision);
    }

    private static List<Reason> reasons(BankFile file, long feesCents, BigDecimal taeg, LocalDate firstDueOn) {
        Decision<BankFile, FileEvent> decision = ContractRules.contract(file,
                new Offer(firstDueOn, Money.ofCents(feesCents), Optional.ofNullable(taeg), false), SIGNED);
        return decision instanceof Decision.Refused<BankFile, FileEvent> refused ? refused.reasons() : List.of();
    }
}
