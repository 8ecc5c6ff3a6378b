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
        DECISION, FINAL_DECISION, PROPOSAL, CONTRACT, DISBURSEMENT, WITHDRAWAL, WITHDRAWAL_LAPSE
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
        if (file.round().isAnswered()) {
            acts.addAll(switch (file.state()) {
                case ACCEPTED -> List.of(Act.CONTRACT);
                case CONTRACTED -> List.of(Act.DISBURSEMENT);
                default -> List.of();
            });
        }
        if (file.state() == Status.DISBURSED && file.withdrawnOn().isPresent()) {
            acts.addAll(List.of(Act.WITHDRAWAL, Act.WITHDRAWAL_LAPSE));
        }
        return acts;
    }
}
