package fr.microcredit.eligibility.assessment;

import fr.microcredit.eligibility.assessment.domain.Basis;
import fr.microcredit.eligibility.assessment.domain.Findings;
import fr.microcredit.eligibility.assessment.domain.Wish;
import fr.microcredit.kit.hash.Sha256;
import fr.microcredit.kit.json.KitJson;

/** Of everything a replay must find again: what the result rests on, what was asked and what the rules said. */
final class Fingerprints {
    private Fingerprints() {
    }

    /** SHA-256, hexadecimal; one value always gives the same bytes. */
    static String of(Basis basis, Wish wish, Findings findings) {
        return Sha256.of(String.join("\n", KitJson.write(basis), KitJson.write(wish), KitJson.write(findings)));
    }
}
