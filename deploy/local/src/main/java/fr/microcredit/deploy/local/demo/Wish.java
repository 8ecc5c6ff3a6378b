package fr.microcredit.deploy.local.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a demonstration dossier asks for.
 *
 * @param borrowerRate the office chooses, percent, where its scheme has a range
 */
record Wish(String schemeId, String bankId, String purpose, String project, String ground, long amountCents,
        int months, Optional<String> borrowerRate) {
    /** At the scheme's rate. */
    Wish(String schemeId, String bankId, String purpose, String project, String ground, long amountCents, int months) {
        this(schemeId, bankId, purpose, project, ground, amountCents, months, Optional.empty());
    }

    Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>(
                Map.of("schemeId", schemeId, "bankId", bankId, "purpose", purpose, "project", project, "ground", ground,
                        "amountCents", amountCents, "termMonths", months));
        borrowerRate.ifPresent(rate -> form.put("borrowerRate", rate));
        return form;
    }
}
