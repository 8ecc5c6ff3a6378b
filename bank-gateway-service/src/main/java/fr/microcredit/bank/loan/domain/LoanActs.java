package fr.microcredit.bank.loan.domain;

import java.util.ArrayList;
import java.util.List;

/** What a bank can report of a loan as it stands: told with every refusal, so that a client offers that and nothing else. */
public final class LoanActs {
    private LoanActs() {
    }

    /** Each named as its address is. */
    public enum Act {
        INSTALMENT_PAYMENT, INSTALMENT_MISS, PAYMENT, PREPAYMENT, DEFERRAL, RESCHEDULING, ACCELERATION, CORRECTION,
        GUARANTEE_MEETING, CLAIM, CLAIM_WITHDRAWAL, RECOVERY, WRITE_OFF, OVERPAYMENT_RETURN, REBATE_CREDIT
    }

    /** By where the loan stands alone: days, amounts and clauses are looked at when it is done. */
    public static List<Act> of(Loan loan) {
        LoanState state = loan.state();
        List<Act> acts = new ArrayList<>();
        switch (state.phase()) {
            case RUNNING -> {
                acts.addAll(List.of(Act.INSTALMENT_PAYMENT, Act.INSTALMENT_MISS, Act.PAYMENT, Act.PREPAYMENT,
                        Act.DEFERRAL, Act.RESCHEDULING, Act.ACCELERATION));
                if (loan.agreement().clauses().needsMeeting()) {
                    acts.add(Act.GUARANTEE_MEETING);
                }
                if (!loan.standing().isEmpty()) {
                    acts.add(Act.CORRECTION);
                }
            }
            case ACCELERATED -> acts.addAll(afterAcceleration(loan));
            case REPAID, WRITTEN_OFF, WITHDRAWN -> {
                // What is over is over, but for what is still owed back.
            }
        }
        if (state.money().overpaid().isPositive()) {
            acts.add(Act.OVERPAYMENT_RETURN);
        }
        if (loan.rebate().filter(each -> each.creditedOn().isEmpty()).isPresent()) {
            acts.add(Act.REBATE_CREDIT);
        }
        return acts;
    }

    private static List<Act> afterAcceleration(Loan loan) {
        List<Act> acts = new ArrayList<>(List.of(Act.RECOVERY));
        boolean undecided = loan.claim().filter(each -> each.status() == Claim.Status.FILED).isPresent();
        if (loan.claim().isEmpty() && loan.agreement().guaranteed()) {
            acts.add(Act.CLAIM);
        }
        acts.add(undecided ? Act.CLAIM_WITHDRAWAL : Act.WRITE_OFF);
        return acts;
    }
}
