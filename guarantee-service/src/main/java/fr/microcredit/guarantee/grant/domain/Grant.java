package fr.microcredit.guarantee.grant.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;

import fr.microcredit.guarantee.ledger.domain.EnvelopeAccounts;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.kit.domain.Aggregate;
import fr.microcredit.kit.domain.Codes;
import fr.microcredit.kit.money.Money;

/**
 * Money that was given once: an endowment of a guarantor's fund by the Region, or an office's own for its envelope of a year.
 * What was entered wrongly stays in the ledger, answered by a second entry.
 *
 * @param tenant      who gave it
 * @param beneficiary guarantor or office
 * @param year        of the envelope, 0 for a fund
 * @param amount      that holds after the last correction
 * @param multiplier  capacity for each euro (<i>coefficient multiplicateur</i>), 1 for an envelope
 * @param corrections how many there were
 * @param grantedOn   business date of the first entry
 * @param lastOn      business date of the newest
 */
public record Grant(UUID id, String tenant, Kind kind, String beneficiary, int year, Money amount,
        BigDecimal multiplier, int corrections, LocalDate grantedOn, LocalDate lastOn) implements Aggregate {

    /** The Region as the giver of endowments. */
    private static final String REGION = "region";

    /** What it is for. */
    public enum Kind {
        FUND, ENVELOPE
    }

    static Grant toFund(UUID id, String guarantor, Money endowment, BigDecimal multiplier, LocalDate on) {
        return new Grant(id, REGION, Kind.FUND, guarantor, 0, endowment, multiplier, 0, on, on);
    }

    static Grant toEnvelope(UUID id, String office, int year, Money amount, LocalDate on) {
        return new Grant(id, office, Kind.ENVELOPE, office, year, amount, BigDecimal.ONE, 0, on, on);
    }

    Grant corrected(Money right, LocalDate on) {
        return new Grant(id, tenant, kind, beneficiary, year, right, multiplier, corrections + 1, grantedOn, on);
    }

    /** What can be promised on it. */
    public Money capacity() {
        return amount.times(multiplier, RoundingMode.DOWN);
    }

    /** The account that a grant adds to. */
    public String available() {
        return kind == Kind.FUND
                ? new FundAccounts(beneficiary).available()
                : new EnvelopeAccounts(beneficiary, year).available();
    }

    /** Its counterpart. */
    String given() {
        return kind == Kind.FUND
                ? new FundAccounts(beneficiary).endowment()
                : new EnvelopeAccounts(beneficiary, year).granted();
    }

    @Override
    public String key() {
        return id.toString();
    }

    @Override
    public String status() {
        return Codes.of(kind);
    }

    @Override
    public LocalDate day() {
        return grantedOn;
    }
}
