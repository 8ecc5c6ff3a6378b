package fr.microcredit.guarantee.claim.domain;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import fr.microcredit.guarantee.fund.domain.CallClause;
import fr.microcredit.kit.money.Money;

/**
 * What a bank claims.
 *
 * @param base            principal outstanding at the acceleration, less everything recovered since
 * @param overdueInterest owed by the borrower and not claimed
 * @param recovered       before the filing; it has reduced the base already
 * @param documents       that the bank keeps, known by their hashes
 * @param on              business date
 * @param clause          of the convention, or the platform's where that says nothing
 */
public record Filing(Money base, Money overdueInterest, Money recovered, List<Document> documents, LocalDate on,
        CallClause clause) {
    public Filing {
        documents = List.copyOf(documents);
    }

    /** What a document is (domain.md 6.2). */
    public enum Kind {
        CONTRACT, TABLE, REMINDER, FOLLOW_UP_LOG, OTHER
    }

    /**
     * Its name stays with the bank, for a name could be a person's.
     *
     * @param sha256 of its content, hexadecimal
     * @param bytes  its length
     */
    public record Document(Kind kind, String sha256, long bytes) {
    }

    /** Whether every kind is there that a claim is made of. */
    boolean isComplete() {
        Set<Kind> there = documents.stream().map(Document::kind).collect(Collectors.toSet());
        return there.containsAll(EnumSet.complementOf(EnumSet.of(Kind.OTHER)));
    }

    LocalDate payBy() {
        return on.plusDays(clause.paymentDays());
    }
}
