package fr.microcredit.bank.file.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import fr.microcredit.bank.file.domain.BankFile.Status;
import fr.microcredit.bank.file.domain.FileActs.Act;
import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.bank.loan.domain.Loan.Owed;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** Every act of a bank wherever a file can stand: what is not named as possible is a conflict, and nothing else is. */
class FileActsTest {
    private static final LocalDate ON = LocalDate.of(2012, 3, 1);
    private static final LocalDate BEFORE = LocalDate.of(2011, 4, 30);
    private static final LocalDate LATER = LocalDate.of(2012, 3, 20);
    private static final Optional<Owed> OWED = Optional.of(new Owed(Money.ofEuros("3000"), Money.ZERO, ON));
    private static final FileRules.View YES = new FileRules.View(true, List.of());

    static Stream<BankFile> files() {
        BankFile sent = Sent.file(Sent.threeThousand(), ON);
        List<BankFile> files = new ArrayList<>();
        for (Status state : Status.values()) {
            for (Round round : rounds()) {
                BankFile file = new BankFile(sent.about(), sent.request(), ON, state, round, Optional.empty(),
                        Optional.of(new Contract(ON, LATER.plusDays(10))), Optional.empty(), ON);
                files.add(file);
                files.add(file.after(new Meeting(round.number(), 1, false, ON)));
                files.add(file.withdrawn(state, ON, ON));
                Contract ofOld = new Contract(BEFORE, LATER.plusDays(10));
                files.add(file.under(ofOld, ON));
                BankFile reserved = file.under(new Contract(BEFORE, LATER.plusDays(10), true), ON);
                files.add(reserved);
                files.add(reserved.withdrawn(state, ON, ON));
                files.add(file.under(ofOld, ON).withdrawn(state, ON, ON));
                files.add(file.under(ofOld.agreed(ON), ON));
            }
        }
        return files.stream();
    }

    private static List<Round> rounds() {
        List<Round> rounds = new ArrayList<>();
        Arrays.stream(Answer.values()).forEach(answer -> rounds.add(new Round(1, answer, Answer.GRANTED)));
        rounds.add(new Round(1, Answer.DECLINED, Answer.GRANTED).proposing(List.of()));
        return rounds;
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatIsNotPossibleIsAConflictAndNothingElseIs(BankFile file) {
        Set<Act> possible = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (!isConflict(decide(act, file))) {
                possible.add(act);
            }
        }
        assertEquals(possible, Set.copyOf(FileActs.of(file)));
    }

    private static Decision<BankFile, FileEvent> decide(Act act, BankFile file) {
        return switch (act) {
            case DECISION -> FileRules.decide(file, YES, LATER);
            case FINAL_DECISION -> FileRules.finalise(file, YES, LATER);
            case PROPOSAL -> ProposalRules.propose(file, file.terms().frozen().guarantees(), LATER);
            case CONTRACT -> FileRules.contract(file, new Contract(LATER, LATER.plusDays(20)));
            case AGREEMENT -> AgreementRules.agree(file, true, LATER);
            case DISBURSEMENT -> FileRules.disburse(file, LATER);
            case WITHDRAWAL_CONFIRMATION -> WithdrawalRules.confirm(file, LATER);
            case WITHDRAWAL -> WithdrawalRules.repaid(file, OWED, Money.ofEuros("3000"), LATER);
            case WITHDRAWAL_LAPSE -> WithdrawalRules.lapse(file, LATER.plusDays(60));
        };
    }

    private static boolean isConflict(Decision<BankFile, FileEvent> decision) {
        return decision instanceof Decision.Refused<BankFile, FileEvent> refused
                && refused.reasons().stream().anyMatch(reason -> reason.kind() == Reason.Kind.CONFLICT);
    }
}
