package fr.microcredit.observatory.release.domain;

import java.util.List;

/** What anybody may read of a closed year: it is computed once and never again. */
public record Release(int year, int personsMin, List<Cell> funnel, Loans loans, List<Cell> purposes,
        List<Cell> delays) {
}
