package fr.microcredit.bank.file.domain;

import java.time.LocalDate;

/**
 * A meeting of bank and office, or the office's waiver of it.
 *
 * @param round    of the bank's disagreement it was about
 * @param revision of the request it was about
 * @param changed  whether a changed request is to come
 * @param on       business date
 */
public record Meeting(int round, int revision, boolean changed, LocalDate on) {
}
