package fr.microcredit.bank.loan.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What the guarantors answer to a claim, noted on the loan; the answers may come in any order. */
public final class ClaimAnswers {
    private ClaimAnswers() {
    }

    /** Empty where the loan has no such claim yet. */
    public static Optional<Loan> answered(Loan loan, UUID claimId, UnaryOperator<Claim> answer) {
        return loan.claims().stream().filter(each -> each.id().equals(claimId)).findFirst()
                .map(claim -> loan.with(answer.apply(claim)));
    }
}
