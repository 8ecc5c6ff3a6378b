package fr.microcredit.intake.accompaniment.domain;

import java.time.LocalDate;

import fr.microcredit.kit.domain.About;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.domain.OfDossier;

/**
 * What has become of a request since the bank has it; the office goes on helping until the loan is repaid.
 *
 * @param revision of the request the bank has
 * @param lastOn   business date of the newest report
 */
public record Accompaniment(About about, int revision, LoanStage stage, LocalDate lastOn) implements OfDossier {
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
