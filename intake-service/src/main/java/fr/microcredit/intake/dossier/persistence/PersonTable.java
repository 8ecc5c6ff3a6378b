package fr.microcredit.intake.dossier.persistence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.smallrye.mutiny.Uni;

import fr.microcredit.intake.dossier.Persons;
import fr.microcredit.intake.dossier.domain.Applicant;
import fr.microcredit.kit.sql.Sql;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Persons by a keyed hash of name and birth date: without the key nobody can try names against the table. The service's
 * role reaches it through one function of the owner only.
 */
@ApplicationScoped
class PersonTable implements Persons {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    PersonTable(@ConfigProperty(name = "intake.person-key") String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    @Override
    public Uni<UUID> identify(Applicant applicant) {
        return Sql.of("select person_for(:hash, :fresh)").with("hash", hash(applicant)).with("fresh", UUID.randomUUID())
                .first(row -> row.uuid(0)).map(java.util.Optional::orElseThrow);
    }

    private String hash(Applicant applicant) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            String text = letters(applicant.familyName()) + "|" + firstName(applicant.givenNames()) + "|"
                    + applicant.birthDate();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }

    /** Only the first given name: forms do not agree on the others. */
    private static String firstName(String givenNames) {
        return letters(
                Arrays.stream(givenNames.split("[\\s,-]+")).filter(name -> !name.isEmpty()).findFirst().orElse(""));
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
