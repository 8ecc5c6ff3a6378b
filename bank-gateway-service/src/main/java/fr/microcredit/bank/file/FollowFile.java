package fr.microcredit.bank.file;

import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.BankFile.Answer;
import fr.microcredit.bank.file.domain.BankFile.Meeting;
import fr.microcredit.bank.file.domain.Handling;
import fr.microcredit.kit.inbox.Reception;

/** Keeps the bank's files in step with what offices, commissions and guarantors report. */
@ApplicationScoped
public class FollowFile {
    private final BankFiles files;

    FollowFile(BankFiles files) {
        this.files = files;
    }

    public Uni<Void> received(BankFile arriving) {
        return files.lockedIfKnown(arriving.bankId(), arriving.dossierId()).chain(known -> {
            BankFile file = Handling.received(known, arriving);
            return known.isEmpty() ? files.add(file) : files.save(file).replaceWithVoid();
        });
    }

    public Uni<Void> disclosed(UUID dossierId, String bankId, String document) {
        return files.putIdentity(dossierId, bankId, document);
    }

    public Uni<Void> erased(UUID dossierId) {
        return files.eraseIdentity(dossierId);
    }

    public Uni<Reception> met(UUID dossierId, String bankId, Meeting meeting) {
        return change(dossierId, bankId, 0, file -> Handling.met(file, meeting));
    }

    public Uni<Reception> guarantors(UUID dossierId, String bankId, int round, Answer answer) {
        return change(dossierId, bankId, round, file -> Handling.guarantors(file, round, answer));
    }

    public Uni<Reception> envelope(UUID dossierId, String bankId, int round, Answer answer) {
        return change(dossierId, bankId, round, file -> Handling.envelope(file, round, answer));
    }

    /** Early where the file, or the decision that was answered, is not here yet. */
    private Uni<Reception> change(UUID dossierId, String bankId, int round, UnaryOperator<BankFile> change) {
        return files.lockedIfKnown(bankId, dossierId)
                .chain(known -> known.isEmpty() || round > known.get().round()
                        ? Uni.createFrom().item(Reception.EARLY)
                        : files.save(change.apply(known.get())).replaceWith(Reception.APPLIED));
    }
}
