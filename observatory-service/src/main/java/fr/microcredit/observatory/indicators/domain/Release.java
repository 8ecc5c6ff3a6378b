package fr.microcredit.observatory.indicators.domain;

import java.util.List;

/** The tables of one cut, secrecy applied: what anybody may read. */
public record Release(int personsMin, List<Cell> funnel, List<LoanCell> loans, List<Cell> purposes, List<Cell> delays) {

    public static Release of(Secrecy secrecy, List<Counted> funnel, List<Lent> loans, List<Counted> purposes,
            List<Counted> delays) {
        return new Release(secrecy.personsMin(), cells(funnel, secrecy),
                loans.stream().map(lent -> LoanCell.of(lent, secrecy)).toList(), cells(purposes, secrecy),
                cells(delays, secrecy));
    }

    private static List<Cell> cells(List<Counted> counted, Secrecy secrecy) {
        return counted.stream().map(each -> Cell.of(each, secrecy)).toList();
    }
}
