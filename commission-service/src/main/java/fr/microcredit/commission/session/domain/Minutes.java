package fr.microcredit.commission.session.domain;

import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;

import fr.microcredit.kit.domain.Aggregate;

/**
 * A session's minutes as they were sealed when it was closed. The file itself is kept and not only what it was made of: what
 * another version of the platform would make of it would no longer be what the audit chain has the hash of.
 *
 * @param sha256 of the file, in hexadecimal
 * @param pdf    the file in Base64
 */
public record Minutes(UUID sessionId, String officeId, LocalDate heldOn, String sha256, String pdf)
        implements
            Aggregate {
    private static final String SEALED = "sealed";

    public static Minutes sealed(Session session, byte[] file, String sha256) {
        return new Minutes(session.id(), session.tenant(), session.heldOn(), sha256,
                Base64.getEncoder().encodeToString(file));
    }

    public byte[] file() {
        return Base64.getDecoder().decode(pdf);
    }

    @Override
    public String key() {
        return sessionId.toString();
    }

    @Override
    public String tenant() {
        return officeId;
    }

    @Override
    public String status() {
        return SEALED;
    }

    @Override
    public LocalDate day() {
        return heldOn;
    }

    @Override
    public LocalDate lastOn() {
        return heldOn;
    }
}
