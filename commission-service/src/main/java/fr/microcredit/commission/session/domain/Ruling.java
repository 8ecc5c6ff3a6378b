package fr.microcredit.commission.session.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.microcredit.commission.request.domain.Request;
import fr.microcredit.commission.request.domain.Request.Status;
import fr.microcredit.commission.session.domain.Session.Capacity;
import fr.microcredit.kit.money.Money;

/**
 * What a session has decided on a request.
 *
 * @param revision of the request
 * @param reasons  a refusal has at least one, an approval none
 * @param missing  what an adjourned request comes back with; without any it waits for the next session as it is
 * @param conditions under which it was approved: the bank sees them
 * @param poll      how the committee came to it
 * @param asked     what it was decided on; empty until it is taken
 * @param link      by what it is cited, and which decision it takes the place of
 */
public record Ruling(UUID dossierId, int revision, Verdict decision, List<Reason> reasons, List<Missing> missing,
        List<Condition> conditions, Poll poll, Optional<Asked> asked, Link link) {
    public Ruling {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
        conditions = List.copyOf(conditions);
    }

    /**
     * A decision is changed only by a later one that cites it.
     *
     * @param replaces identifier of the decision whose place this one takes
     */
    public record Link(UUID id, Optional<UUID> replaces) {
        /** A decision of its own. */
        public static Link citing(Optional<UUID> earlier) {
            return new Link(UUID.randomUUID(), earlier);
        }
    }

    /** For minutes that can be read when the request is another one, or gone. */
    public record Asked(Optional<String> fileNumber, String purpose, Money amount, int months) {
        /** @return empty for a request that was never assessed */
        public static Optional<Asked> of(Request request) {
            return request.assessed().map(each -> new Asked(request.fileNumber(), each.purpose(),
                    each.amount(), each.months()));
        }
    }

    /**
     * How a committee came to a decision. It stays with the office: no event tells it.
     *
     * @param present   members that were there; 0 where the office has no committee
     * @param votes     where the committee votes
     * @param withdrawn subjects of members who stand aside for a conflict of interest
     * @param chaired   under whom; empty until it is taken
     */
    public record Poll(int present, Optional<Votes> votes, List<String> withdrawn, Optional<Chaired> chaired) {
        /** Nobody was counted. */
        public static final Poll NONE = new Poll(0, Optional.empty(), List.of());

        public Poll {
            withdrawn = List.copyOf(withdrawn);
        }

        /** As it is put to the session. */
        public Poll(int present, Optional<Votes> votes, List<String> withdrawn) {
            this(present, votes, withdrawn, Optional.empty());
        }
    }

    /**
     * Who presided as it was decided: another may preside when the session is closed.
     *
     * @param capacity in which; nobody is named
     * @param quorum   members the committee needed at that moment; empty where the office has none
     */
    public record Chaired(Capacity capacity, Optional<Integer> quorum) {
    }

    /** Votes on what was decided, whatever it is: on a refusal whoever is in favour wants it refused. */
    public record Votes(int inFavour, int against, int abstained) {
        int all() {
            return inFavour + against + abstained;
        }

        /** Who abstains decides nothing, so somebody has to have voted. */
        boolean decideNothing() {
            return inFavour + against == 0;
        }

        /** A tie goes with the chair, who records the decision. */
        boolean carry() {
            return inFavour >= against;
        }
    }

    /** As it was taken: under whom, by how many who were there, and on what. */
    public Ruling taken(Sitting sitting, Request request) {
        return new Ruling(dossierId, revision, decision, reasons, missing, conditions,
                new Poll(sitting.present().size(), poll.votes(), poll.withdrawn(), sitting.chaired()),
                Asked.of(request), link);
    }

    /** What an office has to ask the applicant for. */
    public enum Missing {
        IDENTITY_DOCUMENT, PROOF_OF_ADDRESS, PROOF_OF_RESOURCES, PROOF_OF_CHARGES, BANK_STATEMENTS, LOAN_STATEMENTS,
        QUOTE,
        PROJECT_DETAILS, ANSWER_OF_OTHER_AID, OTHER
    }

    /** Under what the public side agrees; closed, as reasons are. */
    public enum Condition {
        /** The applicant keeps appointments on the household's budget. */
        BUDGET_COUNSELLING,
        /** The bank pays who sells, and not the borrower. */
        PAYMENT_TO_SUPPLIER,
        /** The office sees the invoice. */
        PROOF_OF_PURCHASE, VEHICLE_INSURANCE,
        /** Of a used vehicle, before it is bought. */
        TECHNICAL_INSPECTION,
        /** The applicant pays a part. */
        OWN_CONTRIBUTION,
        /** The office tells the bank which. */
        OTHER
    }

    Status next() {
        return decision == Verdict.ADJOURNED && !missing.isEmpty() ? Status.INCOMPLETE : decision.next();
    }

    /** Kinds of decisions. An approval binds no bank, a refusal ends the file. */
    public enum Verdict {
        APPROVED(Status.APPROVED), REFUSED(Status.REFUSED), ADJOURNED(Status.WAITING);

        private final Status next;

        Verdict(Status next) {
            this.next = next;
        }

        Status next() {
            return next;
        }
    }

    /** Closed, since free words could tell what does not belong into events. */
    public enum Reason {
        REPAYMENT_NOT_SUSTAINABLE, OTHER_AID_POSSIBLE, PURPOSE_NOT_SUITABLE, MORE_INFORMATION, OTHER
    }

    boolean isCitedBy(Ruling later) {
        return later.link.replaces().equals(Optional.of(link.id()));
    }

    /** In whatever order its lists were given: each names things, none ranks them. */
    boolean saysTheSameAs(Ruling other) {
        return decision == other.decision && link.replaces().equals(other.link.replaces())
                && poll.votes().equals(other.poll.votes()) && named().equals(other.named());
    }

    private List<Set<?>> named() {
        return List.of(Set.copyOf(reasons), Set.copyOf(missing), Set.copyOf(conditions),
                Set.copyOf(poll.withdrawn()));
    }
}
