package fr.microcredit.bank.file.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.bank.file.domain.FileTerms.Frozen.Guarantee;

/**
 * A decision of the bank and the answers to it.
 *
 * @param number    0 before the first decision
 * @param guarantee what the guarantors have answered
 * @param subsidy   what the office's envelope has answered
 * @param lost      what was declined or has run out, and why
 * @param proposed  guarantees under which the bank would go on, as long as the office has not answered
 */
public record Round(int number, Answer guarantee, Answer subsidy, List<Shortfall> lost,
        Optional<List<Guarantee>> proposed) {
    static final Round NONE = new Round(0, Answer.NOT_ASKED, Answer.NOT_ASKED);

    /** What a guarantor or an envelope says to an acceptance. */
    public enum Answer {
        NOT_ASKED, PENDING, GRANTED, DECLINED, EXPIRED;

        boolean isSettledWell() {
            return this == NOT_ASKED || this == GRANTED;
        }

        boolean isLost() {
            return this == DECLINED || this == EXPIRED;
        }
    }

    public Round {
        lost = List.copyOf(lost);
    }

    Round(int number, Answer guarantee, Answer subsidy) {
        this(number, guarantee, subsidy, List.of(), Optional.empty());
    }

    Round guaranteed(Answer answer, List<Shortfall> more) {
        return new Round(number, answer, subsidy, lostToo(answer, Shortfall.Of.GUARANTEE, more), proposed);
    }

    Round subsidised(Answer answer, List<Shortfall> more) {
        return new Round(number, guarantee, answer, lostToo(answer, Shortfall.Of.SUBSIDY, more), proposed);
    }

    Round proposing(List<Guarantee> guarantees) {
        return new Round(number, guarantee, subsidy, lost, Optional.of(List.copyOf(guarantees)));
    }

    Round withoutProposal() {
        return new Round(number, guarantee, subsidy, lost, Optional.empty());
    }

    /** What is promised is not lost any more. */
    private List<Shortfall> lostToo(Answer answer, Shortfall.Of what, List<Shortfall> more) {
        return Stream.concat(lost.stream().filter(each -> !answer.isSettledWell() || each.of() != what), more.stream())
                .distinct().toList();
    }

    boolean isAnswered() {
        return guarantee.isSettledWell() && subsidy.isSettledWell();
    }

    boolean isLost() {
        return guarantee.isLost() || subsidy.isLost();
    }
}
