package fr.microcredit.eligibility.assessment.domain;

import java.util.Map;

/**
 * Something worth knowing that decides nothing, such as a usury threshold that is not known for the day.
 *
 * @param code    stable, in kebab case
 * @param figures by name, as in an outcome
 * @param source  where it is written
 */
public record Note(String code, Map<String, String> figures, String source) {
}
