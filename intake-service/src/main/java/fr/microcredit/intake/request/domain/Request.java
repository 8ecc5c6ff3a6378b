package fr.microcredit.intake.request.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;
import fr.microcredit.kit.domain.Verbatim;

/**
 * A request for a micro-credit, from the draft until a bank has it.
 *
 * @param revision          0 in the draft, 1 when submitted, more after each change
 * @param situationRevision of the figures published for assessment
 * @param approval          of the public side, once it has agreed to what stands here
 * @param content           what the office has written down
 * @param terms             the frozen terms of the last assessment, passed on untouched
 * @param missing           what the commission has adjourned it for, or the office has given it back for, as long as that is
 *                          not there
 * @param withdrawal        asked of the bank that has it
 * @param refusedBy         banks that have refused it for good
 * @param applicantRevision counts what was written anew of the applicant, who is kept apart
 * @param registration      under what its office keeps it
 * @param lastOn            business date of the newest step
 */
public record Request(About about, Stage stage, int revision, int situationRevision, LocalDate openedOn,
        Optional<Approval> approval, Content content, Optional<Verbatim> terms, List<MissingItem> missing,
        Optional<Withdrawal> withdrawal, List<String> refusedBy, int applicantRevision, Registration registration,
        LocalDate lastOn)
        implements
            OfDossier {
    public Request {
        missing = List.copyOf(missing);
        refusedBy = List.copyOf(refusedBy);
    }

    /** Why and since when a bank is asked to end it. */
    public record Withdrawal(RequestEvent.WithdrawalReason reason, LocalDate askedOn) {
    }

    static Request draft(About about, Registration registration, Content content, LocalDate on) {
        return new Request(about, Stage.DRAFT, 0, 0, on, Optional.empty(), content, Optional.empty(), List.of(),
                Optional.empty(), List.of(), 0, registration, on);
    }

    public Request at(Stage next, LocalDate on) {
        return new Request(about, next, revision, situationRevision, openedOn, approval, content, terms, missing,
                withdrawal, refusedBy, applicantRevision, registration, on.isAfter(lastOn) ? on : lastOn);
    }

    public Request with(About whom, Content changed) {
        return new Request(whom, stage, revision, situationRevision, openedOn, approval, changed, terms, missing,
                withdrawal, refusedBy, applicantRevision, registration, lastOn);
    }

    public Request revised(int next, int nextSituation) {
        return new Request(about, stage, next, nextSituation, openedOn, approval, content, terms, missing, withdrawal,
                refusedBy, applicantRevision, registration,
                lastOn);
    }

    Request onTerms(Verbatim frozen, Optional<String> schemeVersion) {
        About under = schemeVersion.map(about::under).orElse(about);
        return new Request(under, stage, revision, situationRevision, openedOn, approval, content, Optional.of(frozen),
                missing, withdrawal, refusedBy, applicantRevision, registration, lastOn);
    }

    public Request approvedAs(Approval given) {
        return new Request(about, stage, revision, situationRevision, openedOn, Optional.of(given), content, terms,
                missing, withdrawal, refusedBy, applicantRevision, registration, lastOn);
    }

    Request lacking(List<MissingItem> items) {
        return new Request(about, stage, revision, situationRevision, openedOn, approval, content, terms, items,
                withdrawal, refusedBy, applicantRevision, registration, lastOn);
    }

    /** Each once, in the order of the list of all there are. */
    Request lackingToo(Collection<MissingItem> items) {
        return lacking(Stream.concat(missing.stream(), items.stream()).distinct().sorted().toList());
    }

    /** The public side does not agree to it any more. */
    Request disapproved() {
        return new Request(about, stage, revision, situationRevision, openedOn, Optional.empty(), content, terms,
                missing, withdrawal, refusedBy, applicantRevision, registration, lastOn);
    }

    Request reached() {
        return new Request(about, stage, revision, situationRevision, openedOn, approval, content, terms, missing,
                withdrawal, refusedBy, applicantRevision + 1, registration, lastOn);
    }

    Request asking(Optional<Withdrawal> withdrawn) {
        return new Request(about, stage, revision, situationRevision, openedOn, approval, content, terms, missing,
                withdrawn, refusedBy, applicantRevision, registration, lastOn);
    }

    Request registered(Registration changed) {
        return new Request(about, stage, revision, situationRevision, openedOn, approval, content, terms, missing,
                withdrawal, refusedBy, applicantRevision, changed, lastOn);
    }

    /**
     * Its bank was asked once more for an answer; that is no step of the request.
     *
     * @param since it owes that answer
     */
    public Request reminded(LocalDate since, LocalDate on) {
        return registered(registration.reminded(since, on));
    }

    /** At no bank any more, since this one has refused it. */
    public Request refusedBy(String bank) {
        return new Request(about.atNoBank(), stage, revision, situationRevision, openedOn, approval, content, terms,
                missing, withdrawal, Stream.concat(refusedBy.stream(), Stream.of(bank)).toList(), applicantRevision,
                registration,
                lastOn);
    }

    /** @throws IllegalStateException before the dossier was submitted */
    public LoanRequest asked() {
        return content.request().orElseThrow(() -> new IllegalStateException("No request in " + key()));
    }

    boolean isApproved() {
        return approval.isPresent();
    }

    /** A bank has it, whatever has become of it since. */
    public boolean wasSent() {
        return about.bankId().isPresent();
    }

    @Override
    public String key() {
        return dossierId().toString();
    }

    @Override
    public String tenant() {
        return about.officeId();
    }

    @Override
    public String status() {
        return Codes.of(stage);
    }

    @Override
    public LocalDate day() {
        return openedOn;
    }
}
