package fr.microcredit.bank.file.domain;

import java.util.List;

import fr.microcredit.bank.file.domain.Round.Answer;

/**
 * What guarantors or an envelope say to an acceptance.
 *
 * @param round of the bank's decision that is answered
 * @param lost  where it is declined, with every reason
 */
public record Reply(int round, Answer answer, List<Shortfall> lost) {
    public Reply {
        lost = List.copyOf(lost);
    }

    public static Reply of(int round, Answer answer) {
        return new Reply(round, answer, List.of());
    }
}
