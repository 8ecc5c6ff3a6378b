package fr.microcredit.bank.file.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.bank.file.domain.Round.Answer;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;

/**
 * A file that was sent to a bank; a dossier may go to another bank after a refusal, so each bank has its own.
 *
 * @param request  what is asked for, as it was last transmitted
 * @param round    the bank's last decision and what was answered to it
 * @param meeting  on the bank's disagreement, held or waived
 * @param contract signed
 * @param withdrawnOn day on which the borrower withdrew
 * @param lastOn   business date of the newest step: an act, a meeting, the last transmission
 */
public record BankFile(About about, FileRequest request, LocalDate transmittedOn, Status state, Round round,
        Optional<Meeting> meeting, Optional<Contract> contract, Optional<LocalDate> withdrawnOn, LocalDate lastOn)
        implements
            OfDossier {
    private static final String BETWEEN = "/";

    /** Where the file stands with the bank. */
    public enum Status {
        RECEIVED, ACCEPTED, DISAGREED, REFUSED, CONTRACTED, DISBURSED, WITHDRAWN
    }

    /** As it arrives. */
    public static BankFile received(About about, FileRequest request, LocalDate on) {
        return new BankFile(about, request, on, Status.RECEIVED, Round.NONE, Optional.empty(), Optional.empty(),
                Optional.empty(), on);
    }

    public static String keyOf(UUID dossierId, String bankId) {
        return dossierId + BETWEEN + bankId;
    }

    /** Of a key. */
    public static UUID dossierOf(String key) {
        return UUID.fromString(key.substring(0, key.indexOf(BETWEEN)));
    }

    /** Of a key. */
    public static String bankOf(String key) {
        return key.substring(key.indexOf(BETWEEN) + BETWEEN.length());
    }

    @Override
    public String key() {
        return keyOf(about.dossierId(), about.bank());
    }

    @Override
    public String tenant() {
        return about.bank();
    }

    @Override
    public String status() {
        return Codes.of(state);
    }

    @Override
    public LocalDate day() {
        return transmittedOn;
    }

    public FileTerms terms() {
        return request.terms();
    }

    /** Whether guarantee or subsidy were refused or have lapsed, so that the bank has to decide again. */
    public boolean isToBeDecidedAgain() {
        return (state == Status.ACCEPTED || state == Status.CONTRACTED) && round.isLost() && !awaitsConfirmation();
    }

    /** Whether the borrower has withdrawn from the contract, and the bank has still to say whether it had paid out on it. */
    public boolean awaitsConfirmation() {
        return state == Status.CONTRACTED && withdrawnOn.isPresent();
    }

    /** Whether the office has still to answer how the bank would go on. */
    public boolean awaitsOffice() {
        return round.proposed().isPresent();
    }

    /** Whether the bank may have its last word: the meeting that the scheme asks for was held, its change has come back. */
    public boolean awaitsFinalDecision() {
        return state == Status.DISAGREED
                && meeting.map(held -> !held.changed() || request.revision() > held.revision())
                        .orElse(!terms().needsMeeting());
    }

    /** Day with whose end the bank's silence to the borrower counts, as long as that has not come. */
    public Optional<LocalDate> agreementAwaitedUntil() {
        return contract.filter(signed -> state == Status.CONTRACTED && signed.awaitsAgreement()
                && signed.refusedOn().isEmpty()).map(Contract::agreementUntil);
    }

    public NextStep nextStep() {
        return NextStep.of(this);
    }

    /** A new disagreement needs a meeting of its own: what was said about an earlier one does not count. */
    BankFile decided(Status next, LocalDate on) {
        boolean asks = next == Status.ACCEPTED;
        Round decision = new Round(round.number() + 1,
                asks && terms().isGuaranteed() ? Answer.PENDING : Answer.NOT_ASKED,
                asks && terms().asksEnvelope() ? Answer.PENDING : Answer.NOT_ASKED);
        return new BankFile(about, request, transmittedOn, next, decision,
                next == Status.DISAGREED ? Optional.empty() : meeting, Optional.empty(), withdrawnOn, on);
    }

    BankFile answered(Round answers) {
        return at(state, answers, contract, withdrawnOn, lastOn);
    }

    /** A bank that would go on under other terms has paid nothing out on those that were signed, and does not any more. */
    BankFile proposing(List<FileTerms.Frozen.Guarantee> guarantees, LocalDate on) {
        return at(Status.ACCEPTED, round.proposing(guarantees), Optional.empty(), withdrawnOn, on);
    }

    BankFile after(Meeting held) {
        return new BankFile(about, request, transmittedOn, state, round, Optional.of(held), contract,
                withdrawnOn, newest(held.on()));
    }

    /** With the request as it comes again; what the bank says to it comes after it. */
    BankFile changed(BankFile arriving) {
        return new BankFile(arriving.about, arriving.request, transmittedOn, state, round.withoutProposal(), meeting,
                contract, withdrawnOn, newest(arriving.transmittedOn));
    }

    BankFile fulfilling(List<Condition> all) {
        return new BankFile(about, request.fulfilling(all), transmittedOn, state, round, meeting, contract, withdrawnOn,
                lastOn);
    }

    BankFile signed(Contract signed) {
        return at(Status.CONTRACTED, round, Optional.of(signed), withdrawnOn, signed.signedOn());
    }

    /** With what was said of its contract since. */
    BankFile under(Contract spokenOf, LocalDate on) {
        return at(state, round, Optional.of(spokenOf), withdrawnOn, newest(on));
    }

    BankFile paidOut(LocalDate on) {
        return at(Status.DISBURSED, round, contract.map(signed -> signed.paidOut(on)), withdrawnOn, on);
    }

    BankFile withdrawn(Status next, LocalDate asked, LocalDate on) {
        return at(next, round, contract, Optional.of(asked), newest(on));
    }

    BankFile goingOn(LocalDate on) {
        return at(state, round, contract, Optional.empty(), newest(on));
    }

    private BankFile at(Status next, Round answers, Optional<Contract> signed, Optional<LocalDate> withdrawn,
            LocalDate on) {
        return new BankFile(about, request, transmittedOn, next, answers, meeting, signed, withdrawn, on);
    }

    private LocalDate newest(LocalDate on) {
        return on.isAfter(lastOn) ? on : lastOn;
    }
}
