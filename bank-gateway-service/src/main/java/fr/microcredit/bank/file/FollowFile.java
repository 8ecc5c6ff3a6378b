package fr.microcredit.bank.file;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.bank.file.domain.Condition;
import fr.microcredit.bank.file.domain.FileEvent;
import fr.microcredit.bank.file.domain.FileRules;
import fr.microcredit.bank.file.domain.Meeting;
import fr.microcredit.bank.file.domain.ProposalRules;
import fr.microcredit.bank.file.domain.Reply;
import fr.microcredit.bank.file.domain.WithdrawalRules;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Decision.Accepted;
import fr.microcredit.kit.domain.Verbatim;
import fr.microcredit.kit.reception.Reception;
import fr.microcredit.kit.store.Kept;
import fr.microcredit.kit.store.Store;

/** Keeps the bank's files in step with what offices, commissions and guarantors report. */
@ApplicationScoped
public class FollowFile {
    private final Reactions reactions;
    private final Store<BankFile> files;
    private final Identities identities;

    FollowFile(Reactions reactions, Store<BankFile> files, Identities identities) {
        this.reactions = reactions;
        this.files = files;
        this.identities = identities;
    }

    public Uni<Void> received(BankFile arriving) {
        return reactions.always(files, arriving.key(), arriving.transmittedOn(),
                known -> silent(FileRules.received(known, arriving)));
    }

    public Uni<Void> disclosed(About about, Verbatim identity) {
        return identities.put(about.dossierId(), about.bank(), identity);
    }

    public Uni<Void> erased(UUID dossierId) {
        return identities.erase(dossierId);
    }

    public Uni<Reception> met(About about, Meeting meeting) {
        return change(about, 0, meeting.on(), file -> FileRules.met(file, meeting));
    }

    /** The office has ticked off conditions of the approval. */
    public Uni<Reception> fulfilled(About about, List<Condition> all, LocalDate on) {
        return change(about, 0, on, file -> FileRules.fulfilled(file, all));
    }

    /** The borrower withdraws; early where the file is not here yet. What ends the file is dated after what it ends. */
    public Uni<Reception> withdrawalAsked(About about, LocalDate on) {
        String key = BankFile.keyOf(about.dossierId(), about.bank());
        return files.locked(key).chain(known -> known.isEmpty()
                ? Uni.createFrom().item(Reception.EARLY)
                : end(known, WithdrawalRules.asked(known.get().state(), on)).replaceWith(Reception.APPLIED));
    }

    private Uni<Void> end(Optional<Kept<BankFile>> known, Accepted<BankFile, FileEvent> ended) {
        return reactions.keep(files, known, ended, ended.state().lastOn());
    }

    public Uni<Reception> guarantors(About about, Reply reply, LocalDate on) {
        return change(about, reply.round(), on, file -> FileRules.guarantors(file, reply));
    }

    public Uni<Reception> envelope(About about, Reply reply, LocalDate on) {
        return change(about, reply.round(), on, file -> FileRules.envelope(file, reply));
    }

    /** The office does not agree to how the bank would go on. */
    public Uni<Reception> proposalDeclined(About about, int round, LocalDate on) {
        return change(about, round, on, file -> ProposalRules.declined(file, round));
    }

    /** Early where the file, or the decision that was answered, is not here yet. */
    private Uni<Reception> change(About about, int round, LocalDate on, UnaryOperator<BankFile> change) {
        return reactions.whenReady(files, BankFile.keyOf(about.dossierId(), about.bank()), on,
                known -> known.filter(file -> round <= file.round().number()).map(change)
                        .map(FollowFile::silent));
    }

    private static Accepted<BankFile, FileEvent> silent(BankFile file) {
        return new Accepted<>(file, List.of());
    }

}
