package fr.microcredit.guarantee.fund.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import fr.microcredit.guarantee.fund.domain.FundEvent.Reason;
import fr.microcredit.guarantee.fund.domain.Guarantee.Part;
import fr.microcredit.guarantee.fund.domain.Guarantee.Status;
import fr.microcredit.guarantee.ledger.domain.Entry;
import fr.microcredit.guarantee.ledger.domain.FundAccounts;
import fr.microcredit.guarantee.ledger.domain.Transfers;
import fr.microcredit.kit.money.Money;

/**
 * How a guarantee is reserved, becomes effective, falls and ends. The last euro of a fund and the cap of a person are
 * decided here, once, on balances the caller has locked.
 */
public final class Fund {
    private Fund() {
    }

    /** The accounts that a request competes for. */
    public static Set<String> accounts(Request request) {
        Set<String> accounts = new HashSet<>();
        request.shares().forEach(share -> accounts.add(new FundAccounts(share.guarantor()).available()));
        return accounts;
    }

    /**
     * @param balances locked
     * @param exposure the person's, without this request
     */
    public static Change reserve(Request request, Map<String, Money> balances, Money exposure) {
        Guarantee asked = Guarantee.reserved(request);
        List<Reason> reasons = reasons(request, asked, balances, exposure);
        if (!reasons.isEmpty()) {
            Guarantee declined = Guarantee.declined(request);
            return new Change(declined, Optional.empty(),
                    List.of(new FundEvent.Declined(declined, reasons, request.on())),
                    Money.ZERO);
        }
        Optional<Entry> entry = move(asked, asked.parts(), FundAccounts::available, FundAccounts::reserved,
                "guarantee-reserved", request.on());
        return new Change(asked, entry, List.of(new FundEvent.Reserved(asked, request.on())), request.principal());
    }

    private static List<Reason> reasons(Request request, Guarantee asked, Map<String, Money> balances, Money exposure) {
        List<Reason> reasons = new ArrayList<>();
        for (Part part : asked.parts()) {
            if (!balances.get(new FundAccounts(part.guarantor()).available()).isAtLeast(part.amount())) {
                reasons.add(new Reason("capacity-exceeded", Optional.of(part.guarantor())));
            }
        }
        if (!request.personCap().isAtLeast(exposure.plus(request.principal()))) {
            reasons.add(new Reason("person-cap-exceeded", Optional.empty()));
        }
        return reasons;
    }

    public static Change makeEffective(Guarantee reserved, LocalDate on) {
        Guarantee effective = reserved.at(Status.EFFECTIVE, reserved.outstanding());
        Optional<Entry> entry = move(effective, effective.parts(), FundAccounts::reserved, FundAccounts::effective,
                "guarantee-effective", on);
        return new Change(effective, entry, List.of(new FundEvent.Effective(effective, on)), Money.ZERO);
    }

    /** The shares follow the outstanding principal down; what they lose is free again. */
    public static Change reduce(Guarantee effective, Money outstanding, LocalDate on) {
        Guarantee reduced = effective.at(Status.EFFECTIVE, outstanding);
        List<Part> before = effective.parts();
        List<Part> after = reduced.parts();
        List<Part> freed = new ArrayList<>();
        for (int index = 0; index < before.size(); index++) {
            freed.add(new Part(before.get(index).guarantor(),
                    before.get(index).amount().minus(after.get(index).amount())));
        }
        return new Change(reduced,
                move(reduced, freed, FundAccounts::effective, FundAccounts::available, "guarantee-reduced", on),
                List.of(new FundEvent.Reduced(reduced, on)), outstanding.minus(effective.outstanding()));
    }

    /** The end after repayment: whatever is left is free again. */
    public static Change release(Guarantee effective, LocalDate on) {
        Guarantee released = effective.at(Status.RELEASED, Money.ZERO);
        return new Change(released,
                move(released, effective.parts(), FundAccounts::effective, FundAccounts::available,
                        "guarantee-released",
                        on),
                List.of(new FundEvent.Released(released, "repaid", on)), effective.outstanding().negated());
    }

    /** A reservation that is not needed any more, because the bank has decided again. */
    public static Change giveBack(Guarantee reserved, LocalDate on) {
        Guarantee released = reserved.at(Status.RELEASED, Money.ZERO);
        return new Change(released, back(reserved, "guarantee-given-back", on),
                List.of(new FundEvent.Released(released, "decided-again", on)), reserved.outstanding().negated());
    }

    public static Change expire(Guarantee reserved, LocalDate on) {
        Guarantee expired = reserved.at(Status.EXPIRED, Money.ZERO);
        return new Change(expired, back(reserved, "guarantee-expired", on), List.of(new FundEvent.Expired(expired, on)),
                reserved.outstanding().negated());
    }

    private static Optional<Entry> back(Guarantee reserved, String cause, LocalDate on) {
        return move(reserved, reserved.parts(), FundAccounts::reserved, FundAccounts::available, cause, on);
    }

    private static Optional<Entry> move(Guarantee guarantee, List<Part> parts, Function<FundAccounts, String> from,
            Function<FundAccounts, String> to, String cause, LocalDate on) {
        Transfers transfers = new Transfers();
        for (Part part : parts) {
            FundAccounts accounts = new FundAccounts(part.guarantor());
            transfers.move(from.apply(accounts), to.apply(accounts), part.amount());
        }
        return transfers.entry(cause, guarantee.dossierId(), on);
    }
}
