package fr.microcredit.bank.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.FileDecision;
import fr.microcredit.bank.file.domain.FileEvent;
import fr.microcredit.bank.file.domain.Handling;
import fr.microcredit.bank.loan.OpenLoan;
import fr.microcredit.kit.audit.AuditTrail;
import fr.microcredit.kit.http.Versions;
import fr.microcredit.kit.tenancy.Actor;
import fr.microcredit.kit.time.BusinessCalendar;

/** The bank's acts on a file, up to the day the loan is paid out. */
@ApplicationScoped
public class HandleFile {
    private final BankFiles files;
    private final FilePublisher publisher;
    private final OpenLoan openLoan;
    private final AuditTrail audit;
    private final BusinessCalendar calendar;

    HandleFile(BankFiles files, FilePublisher publisher, OpenLoan openLoan, AuditTrail audit,
            BusinessCalendar calendar) {
        this.files = files;
        this.publisher = publisher;
        this.openLoan = openLoan;
        this.audit = audit;
        this.calendar = calendar;
    }

    /** @param version of the file the bank has read */
    public record Reference(UUID dossierId, long version) {
    }

    /**
     * @param reasons stable codes, empty for an acceptance
     * @param on      business date, or null for today
     */
    public record View(boolean accepted, List<String> reasons, LocalDate on) {
    }

    public Uni<BankFile> decide(Actor actor, Reference reference, View view) {
        return act(actor, reference, view.on(), "/decidedOn",
                (file, on) -> Handling.decide(file, view.accepted(), view.reasons(), on));
    }

    public Uni<BankFile> finalise(Actor actor, Reference reference, View view) {
        return act(actor, reference, view.on(), "/decidedOn",
                (file, on) -> Handling.finalise(file, view.accepted(), view.reasons(), on));
    }

    public Uni<BankFile> contract(Actor actor, Reference reference, BankFile.Contract contract) {
        return act(actor, reference, contract.signedOn(), "/signedOn", (file, on) -> Handling.contract(file, contract));
    }

    /** The loan and its schedule begin with the disbursement, in the same transaction. */
    public Uni<BankFile> disburse(Actor actor, Reference reference, LocalDate disbursedOn) {
        return act(actor, reference, disbursedOn, "/disbursedOn", Handling::disburse);
    }

    private Uni<BankFile> act(Actor actor, Reference reference, LocalDate named, String pointer,
            BiFunction<BankFile, LocalDate, FileDecision> decision) {
        return calendar.dateOf(named, pointer).chain(on -> files.locked(actor.tenantId(), reference.dossierId())
                .invoke(file -> Versions.check(reference.version(), file.version()))
                .invoke(file -> BusinessCalendar.requireNotBefore(file.lastOn(), on, pointer))
                .map(file -> BankProblems.require(decision.apply(file, on))).chain(accepted -> keep(actor, accepted)));
    }

    private Uni<BankFile> keep(Actor actor, FileDecision.Accepted accepted) {
        FileEvent event = accepted.event();
        return files.save(accepted.file()).call(() -> publisher.publish(event))
                .call(saved -> event instanceof FileEvent.Disbursed
                        ? openLoan.handle(opening(saved, event.on()))
                        : Uni.createFrom().voidItem())
                .call(saved -> audit.record(actor, "file-" + nameOf(event), saved.dossierId().toString(),
                        Map.of("round", saved.round(), "effectiveOn", event.on().toString())));
    }

    private static OpenLoan.Opening opening(BankFile file, LocalDate on) {
        return new OpenLoan.Opening(file.dossierId(), file.officeId(), file.bankId(), file.personId(),
                file.terms().amount(), file.terms().months(), file.terms().borrowerRate(),
                file.contract().orElseThrow().firstDueOn(), on);
    }

    private static String nameOf(FileEvent event) {
        return event.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
