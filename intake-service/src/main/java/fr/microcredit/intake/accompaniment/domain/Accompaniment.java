package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;
import java.util.Optional;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;

/**
 * What has become of a request since the bank has it; the office goes on helping until the loan is repaid.
 *
 * @param revision of the request the bank has
 * @param approvedUntil last day on which another bank can be asked, where this one has refused it for good
 * @param proposal how it would go on, as long as that is the newest report
 * @param lastOn   business date of the newest report
 */
public record Accompaniment(About about, int revision, LoanStage stage, Optional<LocalDate> approvedUntil,
        Optional<BankProposal> proposal, LocalDate lastOn) implements OfDossier {
    /** After the office's answer. */
    public Accompaniment at(LoanStage next, LocalDate on) {
        return new Accompaniment(about, revision, next, Optional.empty(), Optional.empty(), on);
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
        return lastOn;
    }
}
