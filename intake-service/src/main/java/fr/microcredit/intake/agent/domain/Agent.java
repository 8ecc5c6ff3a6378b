package fr.microcredit.intake.agent.domain;

import java.util.Optional;

/**
 * Somebody who works at an office, an agent or a manager.
 *
 * @param subject identifier of the identity provider
 * @param name    as the token has called them at their last act; empty where it did not say it
 */
public record Agent(String subject, Optional<String> name) {
}
