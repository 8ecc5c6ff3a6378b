package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import fr.microcredit.commission.support.domain.SupportRequest.Status;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.OfDossier;

/**
 * The support commission and one loan: what it was asked for and has decided, and what the bank tells of the loan. Where a
 * request stands follows from these, so that the order in which they were heard does not matter.
 *
 * @param requests the oldest first
 * @param ends     what has ended the loan or the dossier, in their order
 * @param since    first business date that anything was heard of
 */
public record Support(About about, List<SupportRequest> requests, Repaid repaid, List<End> ends, LocalDate since)
        implements
            OfDossier {
    private static final Comparator<SupportRequest> AGE = Comparator.comparing(SupportRequest::askedOn)
            .thenComparing(SupportRequest::id);

    public Support {
        requests = requests.stream().sorted(AGE).toList();
        ends = List.copyOf(new TreeSet<>(ends));
    }

    /** After which no instalment is left that anybody could pay in the borrower's place. */
    public enum End {
        ACCELERATED, REPAID, WRITTEN_OFF, WITHDRAWN, CLOSED
    }

    /** Nothing was heard of it but whom it is about. */
    public static Support unheardOf(About about, LocalDate on) {
        return new Support(about, List.of(), Repaid.NOTHING, List.of(), on);
    }

    /** A bank that is known stays known. */
    Support heard(About of, LocalDate on) {
        return new Support(about.bankId().isPresent() ? about : of, requests, repaid, ends,
                on.isBefore(since) ? on : since);
    }

    Support repaid(Repaid now) {
        return new Support(about, requests, now, ends, since);
    }

    Support ended(End by) {
        return new Support(about, requests, repaid, Stream.concat(ends.stream(), Stream.of(by)).toList(), since);
    }

    Support goingOn(End without) {
        return new Support(about, requests, repaid, ends.stream().filter(each -> each != without).toList(), since);
    }

    /** In the place of the one with its identifier, if there is one. */
    Support with(SupportRequest request) {
        Stream<SupportRequest> others = requests.stream().filter(each -> !each.id().equals(request.id()));
        return new Support(about, Stream.concat(others, Stream.of(request)).toList(), repaid, ends, since);
    }

    public Optional<SupportRequest> request(UUID id) {
        return requests.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** Where each of the requests stands. */
    public Standing standing(SupportRequest request) {
        return Standing.of(this, request);
    }

    /** The one whose grant has the instalment; the newest grant where an earlier one was for a part of it. */
    Optional<SupportRequest> grantedFor(int instalment) {
        return requests.stream().filter(each -> each.grant()
                .filter(grant -> grant.instalments().contains(instalment)).isPresent())
                .max(Comparator.comparing(each -> each.grant().orElseThrow().decidedOn()));
    }

    /** Whether an instalment can be granted: nobody has paid or promised it, or the commission has paid it without a grant. */
    boolean isOpen(int instalment) {
        return isUndecided(instalment) && grantedFor(instalment).map(this::standing)
                .filter(standing -> standing.status() == Status.GRANTED).isEmpty();
    }

    /** The commission may pay before its decision is recorded. */
    private boolean isUndecided(int instalment) {
        return instalment > repaid.instalments()
                || unmatched().stream().anyMatch(each -> each.instalment() == instalment);
    }

    /** What the bank has had from the support commission without a grant for it. */
    public List<SupportPayment> unmatched() {
        return repaid.bySupport().stream().filter(each -> grantedFor(each.instalment()).isEmpty()).toList();
    }

    /** Whether nothing of a request is left to decide on. */
    boolean isSettled(SupportRequest request) {
        return !ends.isEmpty() || request.instalments().stream().noneMatch(this::isUndecided);
    }

    /** Whether none of these instalments is left to pay. */
    boolean isOver(List<Integer> instalments) {
        return !ends.isEmpty() || instalments.stream().allMatch(each -> each <= repaid.instalments());
    }

    private boolean needsSomebody() {
        return !unmatched().isEmpty() || requests.stream().map(each -> standing(each).status())
                .anyMatch(status -> status == Status.WAITING || status == Status.GRANTED);
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    /** {@code none} for the many loans that no commission has to do with. */
    @Override
    public String status() {
        if (needsSomebody()) {
            return "open";
        }
        return requests.isEmpty() ? "none" : "settled";
    }

    @Override
    public LocalDate day() {
        return since;
    }

    /** Each request has days of its own, so an act on one is not held up by a later event of the loan. */
    @Override
    public LocalDate lastOn() {
        return since;
    }
}
