package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;

/**
 * How a bank goes on where guarantee or subsidy were declined or have run out: it says under which guarantee it would lend, and
 * the office says who bears the interest; what both agree on comes back as another revision (domain.md A.10).
 */
public final class ProposalRules {
    private ProposalRules() {
    }

    /**
     * @param guarantees with which the bank would lend: those of the terms or less; none where it bears the risk alone
     */
    public static Decision<BankFile, FileEvent> propose(BankFile file, List<Guarantee> guarantees,
            LocalDate on) {
        if (!file.isToBeDecidedAgain()) {
            return Decision.refused(Reason.conflict("file-stage"));
        }
        if (file.awaitsOffice()) {
            return file.round().proposed().orElseThrow().equals(guarantees)
                    ? Decision.unchanged(file)
                    : Decision.refused(Reason.conflict("office-asked"));
        }
        if (guarantees.isEmpty() && !file.terms().allowNoGuarantee()) {
            return Decision.refused(Reason.conflict("convention-requires-guarantee"));
        }
        return Decision.unless(faults(file.terms().frozen().guarantees(), guarantees), () -> Decision.accepted(
                file.proposing(guarantees, on),
                new FileEvent.Proposed(file.request().revision(), file.round().number(), guarantees,
                        file.round().lost())));
    }

    private static List<Reason> faults(List<Guarantee> agreed, List<Guarantee> proposed) {
        List<Reason> reasons = new ArrayList<>();
        if (new HashSet<>(proposed.stream().map(Guarantee::guarantor).toList()).size() < proposed.size()) {
            reasons.add(Reason.invalid("/guarantees", "guarantor-twice"));
        }
        if (!proposed.stream().allMatch(each -> isWithin(agreed, each))) {
            reasons.add(Reason.invalid("/guarantees", "more-than-agreed"));
        }
        return reasons;
    }

    private static boolean isWithin(List<Guarantee> agreed, Guarantee proposed) {
        return agreed.stream().anyMatch(each -> each.guarantor().equals(proposed.guarantor())
                && each.share().compareTo(proposed.share()) >= 0);
    }

    /** The office does not agree: the bank decides again on what it has. */
    public static BankFile declined(BankFile file, int round) {
        return file.round().number() == round ? file.answered(file.round().withoutProposal()) : file;
    }
}
