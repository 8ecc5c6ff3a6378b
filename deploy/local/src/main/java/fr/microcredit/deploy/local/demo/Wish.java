package fr.microcredit.deploy.local.demo;

import java.util.Map;

/** What a demonstration dossier asks for. */
record Wish(String schemeId, String bankId, String purpose, String project, String ground, long amountCents,
        int months) {
    Map<String, Object> form() {
        return Map.of("schemeId", schemeId, "bankId", bankId, "purpose", purpose, "project", project, "ground", ground,
                "amountCents", amountCents, "termMonths", months);
    }
}
