package fr.microcredit.intake.agent.domain;

import java.time.LocalDate;
import java.util.UUID;

import fr.microcredit.kit.domain.Aggregate;

/**
 * An agent is away, and another agent of the office takes care of their dossiers meanwhile. Nothing is entrusted anew: the
 * days end by themselves.
 *
 * @param agent      who is away, by the identifier of the identity provider
 * @param substitute who stands in
 * @param from       first day
 * @param to         last day; the eve of the first where it was called off
 * @param lastOn     business date of the newest act on it
 */
public record Absence(UUID id, String tenant, String agent, String substitute, LocalDate from, LocalDate to,
        LocalDate lastOn) implements Aggregate {
    private static final String NAMED = "named";

    Absence until(LocalDate last, LocalDate on) {
        return new Absence(id, tenant, agent, substitute, from, last, on);
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String status() {
        return NAMED;
    }

    @Override
    public LocalDate day() {
        return from;
    }
}
