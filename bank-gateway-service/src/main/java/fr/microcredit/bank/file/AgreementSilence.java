package fr.microcredit.bank.file;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fr.microcredit.bank.file.domain.AgreementRules;
import fr.microcredit.bank.file.domain.BankFile;
import fr.microcredit.kit.act.Reactions;
import fr.microcredit.kit.dayend.DayEndJob;
import fr.microcredit.kit.sql.Each;
import fr.microcredit.kit.store.Kept;

/** What a bank has not told its borrower in the law's days counts as refused: both houses are told, and nothing else is done. */
@ApplicationScoped
class AgreementSilence implements DayEndJob {
    private final Files files;
    private final Reactions reactions;

    AgreementSilence(Files files, Reactions reactions) {
        this.files = files;
        this.reactions = reactions;
    }

    @Override
    public String name() {
        return "agreement-silence";
    }

    @Override
    public Uni<Optional<LocalDate>> nextDue(LocalDate from, LocalDate to) {
        return files.nextSilence(from, to);
    }

    @Override
    public Uni<Integer> run(LocalDate day) {
        return files.silent(day).chain(due -> Each.mapped(due, file -> silent(file, day)))
                .map(told -> told.stream().mapToInt(Integer::intValue).sum());
    }

    private Uni<Integer> silent(Kept<BankFile> file, LocalDate day) {
        return AgreementRules.silent(file.state(), day)
                .map(told -> reactions.keep(files, Optional.of(file), told, day).replaceWith(1))
                .orElse(Uni.createFrom().item(0));
    }
}
