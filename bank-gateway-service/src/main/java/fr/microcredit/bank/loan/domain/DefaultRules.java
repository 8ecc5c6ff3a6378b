package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import fr.microcredit.bank.loan.domain.LoanEvent.ClaimDocument;
import fr.microcredit.bank.loan.domain.LoanEvent.WriteOff;
import fr.microcredit.bank.loan.domain.LoanState.Phase;
import fr.microcredit.bank.loan.domain.Report.Kind;
import fr.microcredit.kit.domain.Decision;
import fr.microcredit.kit.domain.Reason;
import fr.microcredit.kit.money.Money;

/** A loan that goes badly: acceleration, the guarantee called, recoveries, the end (domain.md A.9 and 6.2). */
public final class DefaultRules {
    /** What a claim has to come with (domain.md 6.2). */
    private static final Set<ClaimDocument.Kind> DOCUMENTS = Set.of(ClaimDocument.Kind.CONTRACT,
            ClaimDocument.Kind.TABLE, ClaimDocument.Kind.REMINDER, ClaimDocument.Kind.FOLLOW_UP_LOG);

    private DefaultRules() {
    }

    /** Everything is due once so many instalments in a row are unpaid as the convention says. */
    public static Decision<Loan, LoanEvent> accelerate(Loan loan, LocalDate on) {
        return LoanRules.running(loan, state -> {
            List<LoanInstalment> unpaid = unpaid(loan, state, on);
            int needed = loan.agreement().clauses().unpaidInstalments();
            List<Reason> reasons = new ArrayList<>();
            if (unpaid.size() < needed) {
                reasons.add(Reason.conflict("not-in-default", needed, unpaid.size()));
            }
            if (loan.agreement().clauses().needsMeeting() && !haveMet(loan, unpaid)) {
                reasons.add(Reason.conflict("guarantee-meeting-missing"));
            }
            Report acceleration = Report.plain(Kind.ACCELERATION, on, Money.ZERO);
            reasons.addAll(ChangeRules.order(loan, acceleration));
            return Decision.unless(reasons, () -> LoanRules.told(loan, acceleration,
                    news -> List.of(new LoanEvent.Accelerated(news.after().debt().principal(),
                            news.after().debt().interest(), unpaid.stream().map(LoanInstalment::number).toList()))));
        });
    }

    /** Over what is unpaid now, not over what was unpaid once. */
    private static boolean haveMet(Loan loan, List<LoanInstalment> unpaid) {
        return !unpaid.isEmpty() && loan.standing().stream().anyMatch(
                each -> each.kind() == Kind.MEETING && each.on().isAfter(unpaid.get(0).dueOn()));
    }

    /** Those whose last day of a re-presented debit has gone by: until then a payment leaves no unpaid instalment. */
    private static List<LoanInstalment> unpaid(Loan loan, LoanState state, LocalDate on) {
        return state.unpaidOn(on).stream()
                .filter(each -> loan.agreement().clauses().curedUntil(each.dueOn()).isBefore(on)).toList();
    }

    /** The parties have met over a loan of which something is unpaid, before everything is made due. */
    public static Decision<Loan, LoanEvent> met(Loan loan, LocalDate on) {
        Report meeting = Report.plain(Kind.MEETING, on, Money.ZERO);
        return LoanRules.running(loan, state -> {
            if (loan.standing().stream().anyMatch(meeting::saysTheSameAs)) {
                return Decision.unchanged(loan);
            }
            return state.unpaidOn(on.minusDays(1)).isEmpty()
                    ? Decision.refused(Reason.conflict("nothing-unpaid"))
                    : Decision.accepted(loan.with(meeting), List.of());
        });
    }

    /** What a bank claims: principal owed at acceleration, less all that came since. */
    static Money base(LoanState state) {
        return Money.max(Money.ZERO, state.money().claimed().minus(state.money().recovered()));
    }

    public static Decision<Loan, LoanEvent> claim(Loan loan, UUID id, List<ClaimDocument> documents, LocalDate on) {
        return accelerated(loan, state -> {
            Claim claim = Claim.filed(id, on, base(state), documents);
            return Decision.unless(faults(loan, state, claim), () -> Decision.accepted(loan.with(claim),
                    new LoanEvent.ClaimFiled(id, claim.base(), state.debt().interest(), state.money().recovered(),
                            documents)));
        });
    }

    private static List<Reason> faults(Loan loan, LoanState state, Claim claim) {
        List<Reason> reasons = new ArrayList<>();
        if (!loan.agreement().guaranteed()) {
            reasons.add(Reason.conflict("not-guaranteed"));
        }
        if (loan.claim().isPresent()) {
            reasons.add(Reason.conflict("claim-already-filed"));
        }
        if (claim.filedOn().isBefore(state.phaseOn())) {
            reasons.add(Reason.invalid("/filedOn", "before-acceleration", state.phaseOn()));
        }
        if (!claim.base().isPositive()) {
            reasons.add(Reason.conflict("nothing-to-claim"));
        }
        Set<ClaimDocument.Kind> missing = new HashSet<>(DOCUMENTS);
        claim.documents().forEach(each -> missing.remove(each.kind()));
        if (!missing.isEmpty()) {
            reasons.add(Reason.invalid("/documents", "documents-missing"));
        }
        return reasons;
    }

    /** The bank takes back a claim on which nobody has decided. */
    public static Decision<Loan, LoanEvent> withdrawClaim(Loan loan, UUID id, LocalDate on) {
        Optional<Claim> known = loan.claims().stream().filter(each -> each.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            return Decision.refused(Reason.unknown());
        }
        if (on.isBefore(known.get().filedOn())) {
            return Decision.refused(Reason.invalid("/withdrawnOn", "before-the-claim", known.get().filedOn()));
        }
        return switch (known.get().status()) {
            case FILED -> Decision.accepted(loan.with(known.get().withdrawn()), new LoanEvent.ClaimWithdrawn(id));
            case WITHDRAWN -> Decision.unchanged(loan);
            case ACCEPTED, REJECTED -> Decision.refused(Reason.conflict("claim-decided"));
        };
    }

    /** Money came after acceleration; each is known by its identifier. */
    public static Decision<Loan, LoanEvent> recover(Loan loan, UUID id, Money amount, LocalDate on) {
        Report recovery = Report.recovery(on, amount, id);
        Optional<Report> known = loan.standing().stream()
                .filter(each -> each.details().id().equals(Optional.of(id))).findFirst();
        if (known.isPresent()) {
            return known.get().saysTheSameAs(recovery)
                    ? Decision.unchanged(loan)
                    : Decision.refused(Reason.conflict("already-reported"));
        }
        return accelerated(loan, state -> {
            List<Reason> reasons = new ArrayList<>();
            if (on.isBefore(state.phaseOn())) {
                reasons.add(Reason.invalid("/receivedOn", "before-acceleration", state.phaseOn()));
            }
            if (!state.debt().sum().isAtLeast(amount)) {
                reasons.add(Reason.invalid("/amountCents", "more-than-owed", state.debt().sum().cents()));
            }
            return Decision.unless(reasons, () -> LoanRules.told(loan, recovery, news -> recovered(news, id)));
        });
    }

    private static List<LoanEvent> recovered(LoanNews news, UUID id) {
        List<LoanEvent> events = new ArrayList<>();
        events.add(new LoanEvent.RecoveryReceived(id, news.report().amount(), news.after().debt().sum()));
        events.addAll(news.end());
        return events;
    }

    /** The bank does not ask for the rest any more. */
    public static Decision<Loan, LoanEvent> writeOff(Loan loan, WriteOff why, LocalDate on) {
        return accelerated(loan, state -> {
            List<Reason> reasons = new ArrayList<>();
            if (loan.claim().filter(each -> each.status() == Claim.Status.FILED).isPresent()) {
                reasons.add(Reason.conflict("claim-undecided"));
            }
            Report writeOff = Report.writeOff(on, why);
            reasons.addAll(ChangeRules.order(loan, writeOff));
            return Decision.unless(reasons, () -> LoanRules.told(loan, writeOff,
                    news -> List.of(new LoanEvent.WrittenOff(news.after().money().writtenOff(), why))));
        });
    }

    private static Decision<Loan, LoanEvent> accelerated(Loan loan,
            Function<LoanState, Decision<Loan, LoanEvent>> rule) {
        LoanState state = loan.state();
        return state.phase() == Phase.RUNNING
                ? Decision.refused(Reason.conflict("not-accelerated"))
                : LoanRules.notRunning(state).filter(any -> state.phase() != Phase.ACCELERATED)
                        .map(Decision::<Loan, LoanEvent>refused).orElseGet(() -> rule.apply(state));
    }
}
