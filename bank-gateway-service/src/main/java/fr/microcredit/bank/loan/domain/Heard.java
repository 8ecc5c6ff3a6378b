package fr.microcredit.bank.loan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import fr.microcredit.kit.money.Money;

/**
 * What others have told the bank of a loan.
 *
 * @param deferral          the office's newest request for a deferral
 * @param promises          what the office's support commission has promised to pay
 * @param paymentsStoppedOn from this day on the borrower may not pay what is older than the decision on over-indebtedness (Code de
 *                          la consommation, L722-5)
 */
public record Heard(Optional<DeferralAsked> deferral, List<Promise> promises, Optional<LocalDate> paymentsStoppedOn) {
    static final Heard NOTHING = new Heard(Optional.empty(), List.of(), Optional.empty());

    public Heard {
        promises = List.copyOf(promises);
    }

    /** The office asks the bank to let the borrower pay so many months later. */
    public record DeferralAsked(int months, LocalDate on) {
    }

    /**
     * Aid for instalments that the borrower can not pay.
     *
     * @param amount of all of them
     */
    public record Promise(UUID requestId, List<Integer> instalments, Money amount, LocalDate on) {
        public Promise {
            instalments = List.copyOf(instalments);
        }
    }

    public Heard asking(DeferralAsked asked) {
        return deferral.filter(known -> known.on().isAfter(asked.on())).isPresent()
                ? this
                : new Heard(Optional.of(asked), promises, paymentsStoppedOn);
    }

    /** Once for each request. */
    public Heard promising(Promise promise) {
        return promises.stream().anyMatch(known -> known.requestId().equals(promise.requestId()))
                ? this
                : new Heard(deferral, Stream.concat(promises.stream(), Stream.of(promise)).toList(), paymentsStoppedOn);
    }

    /** The promise is taken back, or there never was one. */
    public Heard withdrawing(UUID requestId) {
        return new Heard(deferral,
                promises.stream().filter(known -> !known.requestId().equals(requestId)).toList(), paymentsStoppedOn);
    }

    /** The first such decision counts. */
    public Heard stopped(LocalDate on) {
        return paymentsStoppedOn.isPresent() ? this : new Heard(deferral, promises, Optional.of(on));
    }

    boolean stopsPaymentsOn(LocalDate day) {
        return paymentsStoppedOn.filter(from -> !day.isBefore(from)).isPresent();
    }
}
