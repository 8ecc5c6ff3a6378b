package fr.microcredit.bank.file.domain;

import java.util.ArrayList;
import java.util.List;

import fr.microcredit.bank.file.domain.BankFile.Status;

/** What a bank can do with a file as it stands: told with every refusal, so that a client offers that and nothing else. */
public final class FileActs {
    private FileActs() {
    }

    /** Each named as its address is. */
    public enum Act {
        DECISION, FINAL_DECISION, PROPOSAL, CONTRACT, AGREEMENT, DISBURSEMENT, WITHDRAWAL_CONFIRMATION, WITHDRAWAL,
        WITHDRAWAL_LAPSE
    }

    /** By where the file stands alone: days, amounts and reasons are looked at when it is done. */
    public static List<Act> of(BankFile file) {
        List<Act> acts = new ArrayList<>();
        if (!file.awaitsOffice()) {
            if (file.state() == Status.RECEIVED || file.isToBeDecidedAgain()) {
                acts.add(Act.DECISION);
            }
            if (file.isToBeDecidedAgain()) {
                acts.add(Act.PROPOSAL);
            }
        }
        if (file.awaitsFinalDecision()) {
            acts.add(Act.FINAL_DECISION);
        }
        if (file.state() == Status.ACCEPTED && file.round().isAnswered()) {
            acts.add(Act.CONTRACT);
        }
        if (file.state() == Status.CONTRACTED) {
            acts.addAll(underContract(file, file.contract().orElseThrow()));
        }
        if (file.state() == Status.DISBURSED && file.withdrawnOn().isPresent()) {
            acts.addAll(List.of(Act.WITHDRAWAL, Act.WITHDRAWAL_LAPSE));
        }
        return acts;
    }

    private static List<Act> underContract(BankFile file, Contract contract) {
        if (file.awaitsConfirmation()) {
            return List.of(Act.WITHDRAWAL_CONFIRMATION,
                    AgreementRules.missing(contract).isEmpty() ? Act.DISBURSEMENT : Act.AGREEMENT);
        }
        List<Act> acts = new ArrayList<>();
        if (contract.awaitsAgreement() || contract.agreedOn().isPresent()) {
            acts.add(Act.AGREEMENT);
        }
        if (file.round().isAnswered() && AgreementRules.missing(contract).isEmpty()) {
            acts.add(Act.DISBURSEMENT);
        }
        return acts;
    }
}
