package fr.microcredit.commission.support.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import fr.microcredit.kit.money.Money;

/**
 * An office asks its support commission to pay instalments in the borrower's place.
 *
 * @param instalments ascending, from 1
 * @param amount      of all of them
 */
public record SupportRequest(UUID id, List<Integer> instalments, Money amount, LocalDate askedOn,
        Optional<SupportRuling> ruling, Optional<Withdrawal> withdrawal) {
    public SupportRequest {
        instalments = List.copyOf(instalments);
    }

    /** As it is asked for. */
    public static SupportRequest asked(UUID id, List<Integer> instalments, Money amount, LocalDate on) {
        return new SupportRequest(id, instalments.stream().sorted().toList(), amount, on, Optional.empty(),
                Optional.empty());
    }

    /** A grant is taken back before anything is paid. */
    public record Withdrawal(Why why, LocalDate on) {
    }

    /** Why a grant is taken back; closed, as reasons are. */
    public enum Why {
        RECORDED_BY_MISTAKE, SITUATION_CHANGED, BANK_DECLINES, OTHER
    }

    /** Where it stands; what the bank tells decides on it as well as the commission. */
    public enum Status {
        WAITING, GRANTED, PAID, REFUSED, WITHDRAWN,
        /** Nothing is left to pay, or the loan has ended: there is nothing to decide or to wait for. */
        LAPSED
    }

    /** The grant that a payment can be held against. */
    public Optional<SupportRuling> grant() {
        return withdrawal.isPresent() ? Optional.empty() : ruling.filter(SupportRuling::isGrant);
    }

    SupportRequest decided(SupportRuling by) {
        return new SupportRequest(id, instalments, amount, askedOn, Optional.of(by), withdrawal);
    }

    SupportRequest withdrawn(Withdrawal by) {
        return new SupportRequest(id, instalments, amount, askedOn, ruling, Optional.of(by));
    }
}
