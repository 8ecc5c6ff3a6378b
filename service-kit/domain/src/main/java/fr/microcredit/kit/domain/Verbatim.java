package fr.microcredit.kit.domain;

/**
 * A JSON document that is passed on as it came, by services that need not understand it, such as the frozen terms of an
 * assessment.
 *
 * @param json the document
 */
public record Verbatim(String json) {
}
