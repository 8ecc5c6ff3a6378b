package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.loan.domain.LoanEvent.ClaimDocument;
import fr.microcredit.kit.money.Money;

/**
 * A call of the guarantee (<i>mise en jeu</i>) as the bank made it, and what the guarantors have answered.
 *
 * @param base      principal claimed
 * @param documents that go with it
 * @param payBy     last day for the guarantors; known once they have accepted
 * @param reasons   why they have rejected it
 * @param paid      what came, by guarantor
 */
public record Claim(UUID id, LocalDate filedOn, Money base, List<ClaimDocument> documents, Status status,
        Optional<LocalDate> payBy, List<String> reasons, List<Paid> paid) {
    public Claim {
        documents = List.copyOf(documents);
        reasons = List.copyOf(reasons);
        paid = List.copyOf(paid);
    }

    /** How far it has come. */
    public enum Status {
        FILED, ACCEPTED, REJECTED, WITHDRAWN
    }

    /** A guarantor's share. */
    public record Paid(String guarantor, Money amount, LocalDate on) {
    }

    static Claim filed(UUID id, LocalDate on, Money base, List<ClaimDocument> documents) {
        return new Claim(id, on, base, documents, Status.FILED, Optional.empty(), List.of(), List.of());
    }

    /** One that neither was rejected nor taken back. */
    boolean stands() {
        return status == Status.FILED || status == Status.ACCEPTED;
    }

    public Claim accepted(LocalDate until) {
        return new Claim(id, filedOn, base, documents, Status.ACCEPTED, Optional.of(until), reasons, paid);
    }

    public Claim rejected(List<String> why) {
        return new Claim(id, filedOn, base, documents, Status.REJECTED, payBy, why, paid);
    }

    Claim withdrawn() {
        return new Claim(id, filedOn, base, documents, Status.WITHDRAWN, payBy, reasons, paid);
    }

    /** Once for each guarantor. */
    public Claim paid(Paid share) {
        if (paid.contains(share)) {
            return this;
        }
        List<Paid> all = new ArrayList<>(paid);
        all.add(share);
        return new Claim(id, filedOn, base, documents, status, payBy, reasons, all);
    }
}
